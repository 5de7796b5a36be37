import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../../shared/contract/errors.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { measureCore } from './core-figures.ts';
import { makeCorpus } from './corpus.ts';
import { measurePage } from './page-figures.ts';
import { figuresToText, timeRuns, type Figure, type Times } from './measure.ts';

// `npm run bench -- 10000 100000`: figures for journals of these sizes. A missed goal is marked, never an error.
const BATCH = 5_000;
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const size of sizes.length > 0 ? sizes : [10_000]) await measureSize(size);

async function measureSize(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rung-bench-'));
  const path = join(folder, 'journal.sqlite');
  try {
    const core = openCore({ path, knownJournals: join(folder, 'known-journals.json') });
    const corpus = makeCorpus(size);
    const seconds = load(core, corpus);
    const measured = measureCore(core, folder);
    core.close();
    const figures = [...measured, ...measureCommand(path), ...(await measurePage(path))];
    const ratio = statSync(path).size / corpus.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0);
    const rate = `${Math.round(size / seconds)} entries/s added`;
    process.stdout.write(
      `\n${size} entries: ${rate}, file ${ratio.toFixed(2)}x of the entries as JSON\n${figuresToText(figures)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function load(core: ReturnType<typeof openCore>, corpus: ReturnType<typeof makeCorpus>): number {
  void core.serve('journal.create', {});
  const begin = performance.now();
  for (let n = 0; n < corpus.length; n += BATCH) {
    const reply = core.serve('entries.createMany', corpus.slice(n, n + BATCH)) as Reply;
    if (!reply.ok) throw new Error(reply.error.message);
  }
  return (performance.now() - begin) / 1_000;
}

/** The whole command, start to end, beside a bare start of the same Node. */
function measureCommand(journal: string): Figure[] {
  const cli = join(import.meta.dirname, '..', 'cli.js');
  const bare = start('-e', '0');
  const figure = (name: string, goal: number, ...args: string[]) => {
    const own = start(cli, ...args, '--journal', journal);
    return { name, own, control: bare, goal: `≤ ${goal}x`, isMet: own.p50 / bare.p50 <= goal };
  };
  return [
    figure('rung add', 2, 'add', 'Measured from the outside', '--literal'),
    figure('rung list', 1.8, 'list'),
    figure('rung find', 1.8, 'find', 'latency'),
  ];
}

function start(...args: string[]): Times {
  return timeRuns(15, () => void spawnSync(process.execPath, args));
}
