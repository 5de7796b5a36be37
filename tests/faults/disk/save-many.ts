import { openCore } from '../../../electron/core/open-core.ts';
import { createClient } from '../../../shared/contract/client.ts';

// One of several writers at once: saves so many entries, edits a shared one from an old version now and then, and says what was saved.
const [, , path = '', knownJournals = '', writer = '', times = '', shared = ''] = process.argv;
const core = openCore({ path, knownJournals });
const request = createClient(async (method, input) => core.serve(method, input));
const saved: { id: string; title: string }[] = [];
const setAside: string[] = [];
let longest = 0;

for (let n = 0; n < Number(times); n += 1) {
  const started = performance.now();
  const title = `${writer} wrote ${n}`;
  const { id } = await request('entries.create', { kind: 'win', title });
  longest = Math.max(longest, performance.now() - started);
  saved.push({ id, title });
  if (n % 50 === 0) await editShared(`${writer} edited ${n}`);
}
core.close();
process.stdout.write(`${JSON.stringify({ saved, setAside, longest })}\n`);

/** Always from version 1: all but the first edit of all come too late, and have to be kept all the same. */
async function editShared(title: string): Promise<void> {
  const content = { kind: 'win' as const, title, occurredOn: '2026-09-14' };
  await request('entries.update', { id: shared, baseRevision: 1, content }).catch((error: { code?: string }) => {
    if (error.code !== 'conflict') throw error;
  });
  setAside.push(title);
}
