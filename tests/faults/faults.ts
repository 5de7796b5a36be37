import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { printTable, type Row } from './table.ts';
import { suites } from './suites/suites.ts';
import type { Found, Suite } from './suite.ts';

// `npm run faults -- [--full] [--report FILE] [names…]`: breaks things on purpose and counts what was lost or leaked.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean', default: false }, report: { type: 'string' } },
});
const chosen = positionals.length === 0 ? suites : suites.filter(({ name }) => positionals.includes(name));
if (chosen.length < Math.max(1, positionals.length)) {
  console.error(`There are these suites: ${suites.map(({ name }) => `"${name}"`).join(', ')}.`);
  process.exit(2);
}

/** How many failures of a suite are printed. */
const SHOWN = 20;

const rows: Row[] = [];
for (const suite of chosen) rows.push(await runSuite(suite));
process.stdout.write(printTable(rows));
if (values.report) writeReport(values.report);
process.exit(rows.every(({ isKept }) => isKept) ? 0 : 1);

/** A suite that cannot run has not kept its promise: it proves nothing. */
async function runSuite(suite: Suite): Promise<Row> {
  const started = performance.now();
  process.stderr.write(`${suite.name} …\n`);
  const found = await suite.run({ isFull: values.full }).catch(toFailure);
  for (const failure of found.failures.slice(0, SHOWN)) process.stderr.write(`  ${failure}\n`);
  const isKept = found.failures.length === 0 && found.lost === 0 && found.leaked === 0 && found.tries > 0;
  return { suite, found, isKept, seconds: (performance.now() - started) / 1_000 };
}

function toFailure(error: unknown): Found {
  return { tries: 0, lost: 0, leaked: 0, failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
}

/** What `.ci/run` adds up. */
function writeReport(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const passed = rows.filter(({ isKept }) => isKept).length;
  writeFileSync(file, JSON.stringify({ numPassedTests: passed, numFailedTests: rows.length - passed, numPendingTests: 0, numTodoTests: 0 }));
}
