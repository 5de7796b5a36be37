import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore } from '../../../electron/core/open-core.ts';
import { createClient, type Request } from '../../../shared/contract/client.ts';
import { runProgram } from '../run-program.ts';
import { addFound, type Found, type Suite } from '../suite.ts';

interface Wrote {
  saved: { id: string; title: string }[];
  setAside: string[];
  longest: number;
}

/** Milliseconds somebody may wait for a save while others write. */
const PATIENCE = 5_000;

/** Two, then three programs write the same journal at once, on a real disk. */
export const writersAtOnce: Suite = {
  name: 'writers',
  promise: 'Programs that write at once never lose each other’s words',
  async run(effort) {
    const times = { brief: 100, short: 1_000, full: 20_000 }[effort];
    return addFound([await writeTogether(2, times), await writeTogether(3, times)]);
  },
};

async function writeTogether(writers: number, times: number): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'rung-writers-'));
  const [path, known] = [join(folder, 'journal.sqlite'), join(folder, 'known-journals.json')];
  const core = openCore({ path, knownJournals: known });
  const request = createClient(async (method, input) => core.serve(method, input));
  try {
    await request('journal.create', {});
    const shared = await request('entries.create', { kind: 'win', title: 'Shared' });
    const names = Array.from({ length: writers }, (_, n) => `writer ${n}`);
    const wrote = await Promise.all(
      names.map((name) => runProgram<Wrote>('save-many', [path, known, name, times, shared.id])),
    );
    return await compare(request, wrote, shared.id);
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(request: Request, wrote: readonly Wrote[], shared: string): Promise<Found> {
  const lost: string[] = [];
  for (const { id, title } of wrote.flatMap(({ saved }) => saved)) {
    const entry = await request('entries.get', { id }).catch(() => null);
    if (entry?.title !== title) lost.push(`"${title}" is not there`);
  }
  const kept = new Set((await request('entries.history', { id: shared })).map(({ content }) => content.title));
  lost.push(...wrote.flatMap(({ setAside }) => setAside).filter((title) => !kept.has(title)));
  const wrong = (await request('journal.check', {})).filter(({ isOk }) => !isOk).map(({ message }) => message);
  const longest = Math.max(...wrote.map((one) => one.longest));
  return {
    tries: wrote.reduce((sum, { saved, setAside }) => sum + saved.length + setAside.length, 0),
    lost: lost.length,
    leaked: 0,
    failures: [...lost, ...wrong, ...(longest > PATIENCE ? [`somebody waited ${Math.round(longest)} ms`] : [])],
    note: `longest wait ${Math.round(longest)} ms`,
  };
}
