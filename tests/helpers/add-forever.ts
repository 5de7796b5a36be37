import { writeSync } from 'node:fs';
import { createClient } from '../../shared/contract/client.ts';
import { openCore } from '../../electron/core/open-core.ts';

// A writer to be killed: adds entries through the real core and says so on standard output only after each is saved.
const [, , path = '', knownJournals = '', writer = ''] = process.argv;
const core = openCore({ path, knownJournals });
const request = createClient(async (method, input) => core.serve(method, input));
await request('journal.create', {});

for (let n = 0; ; n += 1) {
  const title = `${writer} wrote ${n}`;
  const { id } = await request('entries.create', {
    kind: 'win',
    title,
    body: title.repeat(n % 40),
    tags: [`tag ${n % 7}`],
  });
  if (n % 3 === 0) {
    const content = { kind: 'win' as const, title: `${title}, edited`, occurredOn: '2026-09-14' };
    await request('entries.update', { id, baseRevision: 1, content });
  }
  writeSync(1, `${JSON.stringify({ id, title: n % 3 === 0 ? `${title}, edited` : title })}\n`);
}
