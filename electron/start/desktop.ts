import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { electronFlags } from './find-electron.ts';

/** Milliseconds after which an end is an end and no failed start. */
const START_LIMIT = 8_000;

/** Chromium's own log lines, such as those about a missing D-Bus: no news for the user. */
const CHROMIUM_LINE = /^\[[\d:/.]+:(?:[A-Z]+|VERBOSE\d):[^\]]+\]/;

/** How a desktop window ended. `reason`: it did not get as far as starting, and why. */
export type DesktopEnd = { code: number } | { reason: string };

/** Opens the desktop window and stays with it to its end. */
export function runDesktop(
  binary: string,
  args: string[],
  onStart: (child: ChildProcess) => void,
): Promise<DesktopEnd> {
  const child = spawn(binary, [...electronFlags, ...args], { stdio: ['ignore', 'inherit', 'pipe'] });
  onStart(child);
  const startedAt = Date.now();
  let isSandboxAtFault = false;
  createInterface({ input: child.stderr }).on('line', (line) => {
    isSandboxAtFault ||= /sandbox/i.test(line) && /FATAL|SUID|namespace/.test(line);
    if (line && !CHROMIUM_LINE.test(line)) console.error(line);
  });
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ reason: `Electron does not start (${message})` }));
    child.on('exit', (code, signal) => {
      const isFailedStart =
        code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM' && Date.now() - startedAt < START_LIMIT;
      if (!isFailedStart) return resolve({ code: code ?? 0 });
      resolve({
        reason: isSandboxAtFault
          ? 'this system does not let Electron use its sandbox'
          : `Electron stopped at once (${signal ?? `exit code ${code}`})`,
      });
    });
  });
}
