import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDriver } from '../../../electron/core/db/open-driver.ts';
import { rebuildIndex, selectUnindexed } from '../../../electron/core/db/text-index.ts';
import type { EntryDraft } from '../../../shared/domain/entry.ts';
import { openTestJournal, win, type TestCore } from '../../helpers/core.ts';

const entries: EntryDraft[] = [
  win({
    title: 'Moved checkpoints to the outbox',
    body: 'Call `foo.bar()` and auth-tests run.',
    tags: ['Performance'],
    occurredOn: '2026-01-10',
  }),
  win({
    title: 'Datenbankmigration ohne Ausfall',
    body: 'Größe der Straße',
    people: ['Jürgen Weiß'],
    occurredOn: '2026-02-10',
  }),
  {
    kind: 'help',
    title: '認証のテストを直した',
    body: '田中さんと一緒に',
    canNow: 'リリースできる',
    occurredOn: '2026-03-10',
  },
  { kind: 'help', title: '修复了登录问题', people: ['王小明'], occurredOn: '2026-04-10', visibility: 'shareable' },
  {
    kind: 'design',
    title: 'Chose a queue 🎉',
    alternatives: 'Polling every minute',
    projects: ['Checkout'],
    occurredOn: '2026-05-10',
  },
  win({ title: 'Pay talk about the outbox', visibility: 'sealed', occurredOn: '2026-06-10' }),
  win({
    title: 'Cut p99',
    result: 'Carts fell',
    metrics: [{ label: 'p99', before: 420, after: 180, unit: 'ms', source: 'Grafana' }],
    links: [{ title: 'PR', url: 'https://git.example.com/team/repo/42' }],
    evidence: [{ criterionId: 'hard-problems' }],
    status: 'doing',
    raiseAtNextMeeting: true,
    occurredOn: '2026-07-10',
  }),
];

const queries: [string, string[]][] = [
  // English, whole words, beginnings and parts of words, any case.
  ['outbox', ['Moved checkpoints to the outbox']],
  ['OUTBOX moved', ['Moved checkpoints to the outbox']],
  ['check', ['Chose a queue 🎉', 'Moved checkpoints to the outbox']],
  ['points', ['Moved checkpoints to the outbox']],
  ['absent', []],
  ['outbox absent', []],
  ['"to the outbox"', ['Moved checkpoints to the outbox']],
  ['"the to outbox"', []],
  ['p99', ['Cut p99']],
  ['grafana 420', ['Cut p99']],
  ['minute', ['Chose a queue 🎉']],
  // Code and hyphens.
  ['foo.bar()', ['Moved checkpoints to the outbox']],
  ['bar.foo()', []],
  ['auth-tests', ['Moved checkpoints to the outbox']],
  ['auth tests', ['Moved checkpoints to the outbox']],
  ['git.example.com/team/repo', ['Cut p99']],
  // German: compounds, umlauts, ß.
  ['migration', ['Datenbankmigration ohne Ausfall']],
  ['grosse strasse', ['Datenbankmigration ohne Ausfall']],
  ['GRÖSSE', ['Datenbankmigration ohne Ausfall']],
  ['weiss', ['Datenbankmigration ohne Ausfall']],
  ['jurgen', ['Datenbankmigration ohne Ausfall']],
  // Japanese and Chinese: any part of the text.
  ['認証', ['認証のテストを直した']],
  ['テスト', ['認証のテストを直した']],
  ['証の', ['認証のテストを直した']],
  ['リリース', ['認証のテストを直した']],
  ['登录', ['修复了登录问题']],
  ['录登', []],
  ['小明', ['修复了登录问题']],
  // Emoji.
  ['🎉', ['Chose a queue 🎉']],
  ['🔥', []],
  // Filters as words.
  ['kind:help', ['修复了登录问题', '認証のテストを直した']],
  ['kind:help 登录', ['修复了登录问题']],
  ['tag:performance', ['Moved checkpoints to the outbox']],
  ['project:checkout', ['Chose a queue 🎉']],
  ['person:"jürgen weiß"', ['Datenbankmigration ohne Ausfall']],
  ['person:王小明 登录', ['修复了登录问题']],
  ['since:2026-05 until:2026-05', ['Chose a queue 🎉']],
  ['on:2026-Q1 outbox', ['Moved checkpoints to the outbox']],
  ['criterion:hard-problems', ['Cut p99']],
  ['criterion:hard-problems p99', ['Cut p99']],
  ['has:result', ['Cut p99', '認証のテストを直した']],
  ['has:link', ['Cut p99']],
  ['no:link kind:design', ['Chose a queue 🎉']],
  ['no:criterion kind:design', ['Chose a queue 🎉']],
  ['is:doing', ['Cut p99']],
  ['is:raised', ['Cut p99']],
  ['is:shareable', ['修复了登录问题']],
  ['kind:win -outbox -cut', ['Datenbankmigration ohne Ausfall']],
  // Sealed entries only when asked for.
  ['is:sealed', ['Pay talk about the outbox']],
  ['is:sealed outbox', ['Pay talk about the outbox']],
  ['pay', []],
];

describe('finding', () => {
  it.each(queries)('%j finds what it should', async (query, expected) => {
    const { request } = await openTestJournal();
    await request('entries.createMany', entries);
    expect(await find({ request }, query)).toEqual(expected);
  });

  it('shows pages without a gap', async () => {
    const { request } = await openTestJournal();
    await request(
      'entries.createMany',
      Array.from({ length: 25 }, (_, n) => win({ title: `outbox ${n}` })),
    );
    const first = await request('find.entries', { query: 'outbox', limit: 20 });
    const second = await request('find.entries', { query: 'outbox', limit: 20, before: first.nextBefore! });
    expect([...first.entries, ...second.entries].map((entry) => entry.title)).toEqual(
      Array.from({ length: 25 }, (_, n) => `outbox ${24 - n}`),
    );
  });

  it('follows an edit, a move to another day, the trash and a restore', async () => {
    const { request } = await openTestJournal();
    const { id } = await request('entries.create', win({ title: 'alpha' }));
    await request('entries.update', {
      id,
      baseRevision: 1,
      content: { kind: 'win', title: 'beta', occurredOn: '2026-01-01' },
    });
    expect([await find({ request }, 'alpha'), await find({ request }, 'beta')]).toEqual([[], ['beta']]);
    await request('entries.trash', { id });
    expect(await find({ request }, 'beta')).toEqual([]);
    await request('entries.restore', { id });
    expect(await find({ request }, 'beta')).toEqual(['beta']);
  });

  it('never fails on what somebody types', async () => {
    const { core, request } = await openTestJournal();
    await request('entries.createMany', entries);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.constantFrom('"', '*', 'NEAR(', 'a AND', '^', ':', '-', '--', '"" *', 'kind:'),
        ),
        (query) => {
          expect(core.serve('find.entries', { query })).toMatchObject({ ok: true });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the full-text index', () => {
  it('equals one made anew from the tables after any edits', { timeout: 60_000 }, async () => {
    const { core, path, request } = await openTestJournal();
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const ids: string[] = [];
    for (let n = 0; n < EDITS; n += 1) await edit(request, ids, random);
    core.close();
    const db = openDriver(path);
    expect(selectUnindexed(db)).toEqual([]);
    const before = dumpIndex(db);
    rebuildIndex(db);
    expect(before.length).toBeGreaterThan(500);
    expect(dumpIndex(db)).toEqual(before);
    db.close();
  });
});

const EDITS = 10_000;
const WORDS = ['outbox', 'auth', '認証', 'größe', 'p99', 'foo.bar()', '🎉', 'checkout'];

async function edit(request: TestCore['request'], ids: string[], random: (below: number) => number): Promise<void> {
  const title = `${WORDS[random(8)]} ${WORDS[random(8)]} ${random(1_000)}`;
  const content = {
    kind: 'win' as const,
    title,
    occurredOn: `2026-0${1 + random(9)}-1${random(10)}`,
    tags: [`t${random(5)}`],
  };
  const id = ids[random(ids.length + 1)];
  if (id === undefined || ids.length < 50) {
    ids.push((await request('entries.create', content)).id);
  } else if (random(5) === 0) {
    await request(random(2) === 0 ? 'entries.trash' : 'entries.restore', { id });
  } else {
    const { revision } = await request('entries.get', { id });
    await request('entries.update', { id, baseRevision: revision, content });
  }
}

/** Every word of the index with the entry, the column and the place it stands at. */
function dumpIndex(db: ReturnType<typeof openDriver>): unknown[] {
  db.exec("CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, 'entry_text', 'instance')");
  const places = db.prepare('SELECT term, doc, col, offset FROM temp.places').all();
  db.exec('DROP TABLE temp.places');
  return places;
}

async function find({ request }: Pick<TestCore, 'request'>, query: string): Promise<string[]> {
  return (await request('find.entries', { query })).entries.map((entry) => entry.title);
}
