import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { scratchFolder } from './scratch.ts';

/** How a program of these suites is started. */
export interface Start {
  env?: Record<string, string>;
  /** Milliseconds after which it counts as hanging and is killed. */
  limit?: number;
}

/** Runs a built program of this folder to its end; its last line of output as JSON. Throws with what it said where it fails. */
export async function runProgram<Answer>(
  name: string,
  args: readonly (string | number)[],
  start: Start = {},
): Promise<Answer> {
  const child = spawn(process.execPath, [programPath(name), ...args.map(String)], {
    // What the journal does not take goes to the user's home folder: not to that of whoever runs this.
    env: { ...process.env, HOME: scratchFolder(), ...start.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: start.limit ?? 20 * 60_000,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await ended;
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${errors.slice(-2_000)}`);
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? 'null') as Answer;
}

/** Where a program lies once it is built, beside this one. */
export function programPath(name: string): string {
  return join(process.env['RUNG_FAULTS_PROGRAMS'] ?? import.meta.dirname, `${name}.js`);
}

/** The `rung` command as it is built. */
export function cliPath(): string {
  return join(import.meta.dirname, '..', 'cli.js');
}
