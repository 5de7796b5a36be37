import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../report.ts';
import type { Row } from '../table.ts';
import { breaks, type Break, type Patch } from './breaks.ts';

const root = process.cwd();

/**
 * Shows that the suites can fail: for each break, Rung is built from a copy of its sources with that one thing broken, and
 * the suite has to find it. A suite that passes all the same proves nothing, and so does one that could not run. Only the
 * breaks of these suites, where some are named; throws where there are none.
 */
export function proveAll(suites: readonly string[]): Row[] {
  const chosen = breaks.filter(({ suite }) => suites.length === 0 || suites.includes(suite));
  if (chosen.length === 0) throw new Error(`Nothing is broken on purpose for ${suites.join(', ')}.`);
  return chosen.map(proveBreak);
}

function proveBreak(broken: Break): Row {
  const started = performance.now();
  process.stderr.write(`broken on purpose: ${broken.name} …\n`);
  const { failures, note } = tryBreak(broken);
  return {
    suite: { name: broken.suite, promise: `Notices that ${broken.name}`, run: async () => never() },
    found: { tries: 1, lost: 0, leaked: 0, failures, note },
    isKept: failures.length === 0,
    seconds: (performance.now() - started) / 1_000,
  };
}

function never(): never {
  throw new Error('A proof is not run again.');
}

function tryBreak({ suite, patches }: Break): { failures: string[]; note: string } {
  // Not below node_modules: Node reads no TypeScript there.
  const copy = mkdtempSync(join(tmpdir(), 'rung-broken-'));
  try {
    copySources(copy);
    for (const patch of patches) applyPatch(copy, patch);
    build(copy);
    const row = runSuite(copy, suite);
    if (row === undefined || row.tries === 0) return failed(`"${suite}" could not run on the broken build`);
    if (row.isKept) return failed(`"${suite}" did not notice`);
    return { failures: [], note: `${row.failures} failures in ${row.tries} tries` };
  } catch (error) {
    return failed((error as Error).message);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function failed(failure: string): { failures: string[]; note: string } {
  return { failures: [failure], note: '' };
}

function copySources(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const one of [
    'electron',
    'renderer',
    'resources',
    'shared',
    'tests',
    'package.json',
    'vite.config.ts',
    'playwright.config.ts',
    'electron-builder.yml',
  ]) {
    cpSync(join(root, one), join(copy, one), { recursive: true });
  }
  for (const one of ['tsconfig.json', 'tsconfig.base.json']) cpSync(join(root, one), join(copy, one));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

/** Throws where the text does not stand there exactly once: then the source has changed, and the break with it. */
function applyPatch(copy: string, { file, find, replace }: Patch): void {
  const path = join(copy, file);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const pieces = text.split(find);
  if (pieces.length !== 2)
    throw new Error(`${file} has "${find}" ${pieces.length - 1} times, so it cannot be broken there.`);
  writeFileSync(path, pieces.join(replace));
}

function build(copy: string): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  for (const args of [[], ['--config', 'tests/faults/vite.config.ts']]) {
    const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn', ...args], {
      cwd: copy,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The broken build could not be made: ${stderr.slice(-500)}`);
  }
}

function runSuite(copy: string, suite: string): Report['rows'][number] | undefined {
  const report = join(copy, 'report.json');
  spawnSync(process.execPath, [join(copy, 'out/node/faults/faults.js'), '--brief', '--report', report, suite], {
    cwd: copy,
    stdio: 'ignore',
  });
  if (!existsSync(report)) return undefined;
  return (JSON.parse(readFileSync(report, 'utf8')) as Report).rows[0];
}
