import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds Electron's own download may take (about 110 MB, once). Without a network it fails within seconds. */
const DOWNLOAD_LIMIT = 10 * 60_000;
/** Milliseconds a first sign of life may take. */
const SIGN_LIMIT = 20_000;

const binaries: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** What Electron needs to be told here: as root Chromium does not start with its sandbox. */
export const electronFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** A binary that runs here, or why there is none, as the end of a sentence. */
export type FoundElectron = { binary: string } | { reason: string };

/** Looks for Electron under `root`, fetches it on first use with Electron's own installer, and sees whether it can run here. */
export function findElectron(root: string, env: NodeJS.ProcessEnv = process.env): FoundElectron {
  if (process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return { reason: 'there is no display' };
  const binary = findBinary(root, env);
  if (!existsSync(binary)) return { reason: 'Electron could not be downloaded' };
  const fault = findFault(binary);
  return fault ? { reason: fault } : { binary };
}

function findBinary(root: string, env: NodeJS.ProcessEnv): string {
  const name = binaries[process.platform] ?? 'electron';
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return join(override, name);
  const folder = join(root, 'node_modules', 'electron');
  const binary = join(folder, 'dist', name);
  if (!isComplete(folder)) download(folder);
  return isComplete(folder) ? binary : join(folder, 'not-there');
}

/** The installer writes this file last. */
function isComplete(folder: string): boolean {
  return (
    existsSync(join(folder, 'path.txt')) &&
    existsSync(join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8')))
  );
}

function download(folder: string): void {
  console.log('Fetching Electron, once (about 110 MB) …');
  spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT,
    env: { ...process.env, ELECTRON_GET_NO_PROGRESS: '1' },
  });
}

/** Why the binary does not start here, for instance a library that is missing. */
function findFault(binary: string): string | undefined {
  const { status, stderr, error } = spawnSync(binary, [...electronFlags, '--version'], {
    timeout: SIGN_LIMIT,
    encoding: 'utf8',
  });
  if (status === 0) return undefined;
  const missing = /error while loading shared libraries: ([^:\s]+)/.exec(stderr)?.[1];
  if (missing) return `Electron needs the system library ${missing}`;
  return `Electron does not start (${error?.message ?? stderr.trim().split('\n')[0] ?? `exit code ${status}`})`;
}
