import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { builtFolder } from './build-node.ts';
import { temporaryFolder } from './core.ts';

export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Cli {
  home: string;
  /** Runs `rung` with these words in its own process, and with this on standard input, and this to be read from file 3. */
  rung(args: string[], input?: string, passphrase?: string): Promise<CliResult>;
  /** The same, for the JSON it prints; throws what it wrote on standard error when it failed. */
  json(args: string[], input?: string): Promise<unknown>;
}

/** The real command, on a home of its own. */
export function openCli({ home = temporaryFolder() }: { home?: string } = {}): Cli {
  const rung = (args: string[], input = '', passphrase = '') => runCommand(home, args, input, passphrase);
  const json = async (args: string[], input?: string) => {
    const { code, stdout, stderr } = await rung([...args, '--json'], input);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as unknown;
  };
  return { home, rung, json };
}

async function runCommand(home: string, args: string[], input: string, passphrase: string): Promise<CliResult> {
  const child = spawn(process.execPath, [join(builtFolder, 'cli.js'), ...args], {
    // What the journal does not take goes to the user's home folder.
    env: { ...process.env, RUNG_HOME: home, HOME: home, USERPROFILE: home },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  // A command that reads no input may have closed it already.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const third = child.stdio[3] as Writable;
  third.on('error', () => {});
  third.end(passphrase);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}
