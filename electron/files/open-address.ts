import { spawn } from 'node:child_process';

/** Opens an address of ours in the default browser. Where there is none nothing happens: the address is printed anyway. */
export function openAddress(address: string, platform: NodeJS.Platform = process.platform): void {
  const [command, ...args] = opener(platform);
  try {
    const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
    child.on('error', () => {});
    child.unref();
  } catch {
    // No browser is no fault.
  }
}

function opener(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  // Not `start`: the command prompt would read `&` in an address.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
