import { parseArgs } from 'node:util';
import { proveAll } from './prove/prove.ts';
import { writeReport } from './report.ts';
import type { Effort, Found, Suite } from './suite.ts';
import { suites } from './suites/suites.ts';
import { printTable, type Row } from './table.ts';

// `npm run faults -- [--brief | --full] [--prove] [--report FILE] [names…]`: breaks things on purpose and counts what was
// lost or leaked. With --prove it breaks Rung itself, and the suites have to notice.

/** How many failures of a suite are printed. */
const SHOWN = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    brief: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    prove: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});
const effort: Effort = values.full ? 'full' : values.brief ? 'brief' : 'short';
const rows = values.prove ? proveAll(positionals) : await runSuites();
for (const { found } of rows)
  for (const failure of found.failures.slice(0, SHOWN)) process.stderr.write(`  ${failure}\n`);
process.stdout.write(printTable(rows));
if (values.report) writeReport(values.report, rows);
process.exit(rows.every(({ isKept }) => isKept) ? 0 : 1);

async function runSuites(): Promise<Row[]> {
  const chosen = positionals.length === 0 ? suites : suites.filter(({ name }) => positionals.includes(name));
  if (chosen.length < Math.max(1, positionals.length)) {
    console.error(`There are these suites: ${suites.map(({ name }) => `"${name}"`).join(', ')}.`);
    process.exit(2);
  }
  const run: Row[] = [];
  for (const suite of chosen) run.push(await runSuite(suite));
  return run;
}

/** A suite that cannot run has not kept its promise: it proves nothing. */
async function runSuite(suite: Suite): Promise<Row> {
  const started = performance.now();
  process.stderr.write(`${suite.name} …\n`);
  const found = await suite.run(effort).catch(toFailure);
  const isKept = found.failures.length === 0 && found.lost === 0 && found.leaked === 0 && found.tries > 0;
  return { suite, found, isKept, seconds: (performance.now() - started) / 1_000 };
}

function toFailure(error: unknown): Found {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { tries: 0, lost: 0, leaked: 0, failures: [told] };
}
