import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findHome } from '../files/home.ts';
import { runDesktop } from './desktop.ts';
import { findElectron } from './find-electron.ts';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'out', 'node', 'cli.js');
const flags = readFlags();

let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => running?.kill(signal));

if (flags.demo) prepareDemo();
process.exitCode = await start();

function readFlags() {
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({ options: { demo: flag, reset: flag, browser: flag, capture: flag } }).values;
  } catch (error) {
    console.error(
      `rung: ${(error as Error).message.split('. ')[0]}. Known are --demo, --reset, --browser and --capture.`,
    );
    process.exit(2);
  }
}

async function start(): Promise<number> {
  if (flags.browser) return runBrowserMode();
  const found = findElectron(root);
  const end =
    'binary' in found ? await runDesktop(found.binary, flags.capture ? [root, '--capture'] : [root], watch) : found;
  if ('code' in end) return end.code;
  console.log(`Rung opens in your browser instead of its own window: ${end.reason}.`);
  return runBrowserMode();
}

/** The same page and journal, served on 127.0.0.1 to one browser. */
function runBrowserMode(): Promise<number> {
  const child = spawn(process.execPath, [cli, 'serve', '--open'], { stdio: 'inherit' });
  watch(child);
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 0));
  });
}

/** A home beside the user's own, so that trying Rung out never touches what they wrote. */
function prepareDemo(): void {
  process.env['RUNG_HOME'] = `${findHome().folder}-demo`;
  delete process.env['RUNG_JOURNAL'];
  const { status } = spawnSync(process.execPath, [cli, 'demo', ...(flags.reset ? ['--reset'] : [])], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function watch(child: ChildProcess): void {
  running = child;
}
