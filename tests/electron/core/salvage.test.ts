import Database from 'better-sqlite3';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCli } from '../../helpers/cli.ts';
import { openTestCore, openTestJournal, win, type TestCore } from '../../helpers/core.ts';
import { breakPages, ENTRIES, leaveLog, makeJournal, PAGE, pagesOf, swapPages } from '../../helpers/damage.ts';

describe('a rescue', () => {
  it('of a sound journal brings back everything', async () => {
    const { folder, path } = await makeJournal();
    const before = await readAll(openTestCore({ folder }));
    const { request } = openTestCore({ folder });
    expect(await request('journal.salvage', { isPreview: false })).toMatchObject({
      recovered: ENTRIES,
      of: ENTRIES,
      isAtLeast: false,
      older: 0,
      lostVersions: 0,
      lost: [],
      fromBackup: null,
      kept: expect.stringContaining(`${path}.damaged-`),
    });
    expect(await readAll(openTestCore({ folder }))).toEqual(before);
  });

  const damages: [string, (path: string) => void][] = [
    ['a page of texts zeroed', (path) => breakPages(path, pagesOf(path, 'revisions').slice(4, 5))],
    [
      'every seventh page of texts filled with rubbish',
      (path) =>
        breakPages(
          path,
          pagesOf(path, 'revisions').filter((_, index) => index % 7 === 3),
          0xa5,
        ),
    ],
    ['pages of entries zeroed', (path) => breakPages(path, pagesOf(path, 'entries').slice(1, 3))],
    ['the page that leads to all texts zeroed', (path) => breakPages(path, pagesOf(path, 'revisions').slice(0, 1))],
    ['a page that leads back to where it came from', leadInCircles],
    ['the end cut off', (path) => truncateSync(path, Math.floor((statSync(path).size * 0.8) / PAGE) * PAGE)],
    ['the list of tables overwritten', (path) => breakPages(path, [1], 0xa5)],
    ['the beginning zeroed', (path) => breakPages(path, [1])],
    ['the index of words broken', (path) => breakPages(path, pagesOf(path, 'entry_text_data').slice(1))],
  ];

  it.each(damages)('says n of m, loses nothing that can be read, and keeps the file whole: %s', async (_, damage) => {
    const { folder, path, titles } = await makeJournal();
    damage(path);
    const bytes = readFileSync(path);
    const { request } = openTestCore({ folder });
    const preview = await request('journal.salvage', { isPreview: true });
    expect([readFileSync(path).equals(bytes), readdirSync(folder).length]).toEqual([true, 2]);
    const done = await request('journal.salvage', { isPreview: false });
    expect({ ...done, kept: null }).toEqual(preview);
    expect(readFileSync(done.kept!).equals(bytes)).toBe(true);
    expect(done.recovered).toBeGreaterThan(ENTRIES / 2);
    // Where the ids can be read, the count is exact.
    expect(done.of === ENTRIES || done.isAtLeast).toBe(true);
    expect(done.recovered + done.lost.length).toBe(done.of);

    const after = openTestCore({ folder });
    expect(await after.request('journal.status', {})).toMatchObject({ state: 'open', entries: done.recovered });
    const there = (await readAll(after)).map(({ title }) => title);
    expect(there.filter((title) => !titles.includes(title))).toEqual([]);
    expect((await after.request('journal.check', {})).filter(({ isOk }) => !isOk)).toEqual([]);
  });

  it('takes from the newest sound backup what the file lost, and leaves out what was deleted since', async () => {
    const { folder, path } = await makeJournal({ backups: 1, deletesAfter: 5 });
    breakPages(path, pagesOf(path, 'revisions').slice(4, 8));
    const done = await openTestCore({ folder }).request('journal.salvage', { isPreview: false });
    expect(done.fromBackup!.entries).toBeGreaterThan(0);
    expect(done.recovered + done.fromBackup!.entries).toBe(ENTRIES - 5);
    expect(done).toMatchObject({ of: ENTRIES - 5, lost: [] });
  });

  it('does not take a page in another’s place for a journal whose entries were deleted', async () => {
    const { folder, path, titles } = await makeJournal({ backups: 1, entries: 20 });
    swapPages(path, pagesOf(path, 'entries')[0]!, pagesOf(path, 'check_ins')[0]!);
    const done = await openTestCore({ folder }).request('journal.salvage', { isPreview: false });
    expect(done).toMatchObject({ of: titles.length, lost: [] });
    expect(done.recovered + done.fromBackup!.entries).toBe(titles.length);
    const after = openTestCore({ folder });
    expect(await after.request('journal.status', {})).toMatchObject({ state: 'open', entries: titles.length });
  });

  it('brings an entry back in an earlier version where the later one is lost, and counts it', async () => {
    const { core, folder, path, request } = await openTestJournal();
    const { id } = await request('entries.create', win({ title: 'First wording' }));
    await request('entries.update', {
      id,
      baseRevision: 1,
      content: { ...win({ title: 'Second wording' }), occurredOn: '2026-09-14' },
    });
    core.close();
    const db = new Database(path);
    db.exec("DROP TRIGGER revisions_are_never_changed; UPDATE revisions SET content = 'x' WHERE number = 2");
    db.close();
    const again = openTestCore({ folder });
    expect(await again.request('journal.salvage', { isPreview: false })).toMatchObject({
      recovered: 1,
      of: 1,
      older: 1,
      lostVersions: 1,
    });
    expect(await again.request('entries.get', { id })).toMatchObject({ title: 'First wording', revision: 1 });
  });

  it('keeps evidence, days, people, drafts, settings, goals and the trash', async () => {
    const { folder, path } = await makeRichJournal();
    const before = await readRest(openTestCore({ folder }));
    breakPages(path, pagesOf(path, 'entry_text_data').slice(1));
    await openTestCore({ folder }).request('journal.salvage', { isPreview: false });
    expect(await readRest(openTestCore({ folder }))).toEqual(before);
  });

  it('reads the log too, and reads on where the log is another file’s', async () => {
    const { folder, path } = await makeJournal({ entries: 20 });
    const other = await makeJournal({ entries: 5 });
    leaveLog(other.path);
    copyFileSync(`${other.path}-wal`, `${path}-wal`);
    const done = await openTestCore({ folder }).request('journal.salvage', { isPreview: false });
    expect(done.recovered).toBeGreaterThanOrEqual(20);
    expect(existsSync(`${done.kept}-wal`)).toBe(true);
  });

  it('refuses, and changes nothing, where nothing can be read', async () => {
    const { folder, path } = await makeJournal({ entries: 3 });
    writeFileSync(path, Buffer.alloc(3 * PAGE, 1));
    const before = readdirSync(folder).toSorted();
    const { request } = openTestCore({ folder });
    await expect(request('journal.salvage', { isPreview: false })).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining('left as it is'),
    });
    expect(readdirSync(folder).toSorted()).toEqual(before);
    expect(statSync(path).nlink).toBe(1);
  });

  it('waits for nobody: a journal that is open elsewhere is left alone', async () => {
    const { folder, path } = await makeJournal({ entries: 3 });
    const other = openTestCore({ folder });
    await other.request('entries.list', {});
    await expect(openTestCore({ folder }).request('journal.salvage', { isPreview: false })).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('journal.sqlite.'))).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });

  it('by the command shows first what it would do', async () => {
    const { folder, path } = await makeJournal({ backups: 1 });
    breakPages(path, pagesOf(path, 'revisions').slice(4, 6));
    const { rung } = openCli({ home: folder });
    const preview = await rung(['doctor', '--salvage']);
    expect(preview).toMatchObject({ code: 0, stderr: '' });
    expect(preview.stdout).toMatch(
      /^2\d\d of 300 entries recovered\nand \d+ more from the backup of 2026-.*\nNothing was changed/,
    );
    const done = await rung(['doctor', '--salvage', '--yes']);
    expect(done.stdout).toContain('The damaged file is kept, whole:');
    expect(await rung(['doctor'])).toMatchObject({ code: 0 });
  });
});

async function makeRichJournal() {
  const { core, folder, path, request } = await openTestJournal();
  const { id } = await request(
    'entries.create',
    win({ people: ['Maria'], evidence: [{ criterionId: 'mentoring', strong: true }] }),
  );
  const thrown = await request('entries.create', win({ title: 'Thrown away' }));
  await request('entries.trash', { id: thrown.id });
  await request('people.save', { name: 'Maria', role: 'a junior engineer' });
  await request('days.mark', { day: '2026-09-14', mark: 'others' });
  await request('periods.save', {
    id: '01990000-0000-7000-8000-000000000000',
    kind: 'leave',
    from: '2026-08-01',
    to: '2026-08-20',
  });
  await request('drafts.save', { place: 'composer', content: { title: 'Half a sen' } });
  await request('profile.save', { name: 'Sam', currentTitle: 'Engineer II', targetTitle: 'Senior Engineer' });
  const goal = await request('goals.save', { criterionId: 'teaching', title: 'Give a talk' });
  await request('goals.link', { id: goal.id, entryId: id, isLinked: true });
  await request('signals.answer', { signalId: 'sought-out', answer: 'yes', entryId: id });
  core.close();
  return { folder, path };
}

async function readAll({ request, core }: TestCore) {
  const { entries } = await request('entries.list', { limit: 500 });
  core.close();
  return entries;
}

async function readRest({ request, core }: TestCore) {
  const rest = [
    await request('entries.list', {}),
    await request('entries.list', { trashed: true }),
    await request('people.list', {}),
    await request('days.list', { from: '2026-08-01', to: '2026-09-15' }),
    await request('periods.list', {}),
    await request('drafts.get', { place: 'composer' }),
    await request('profile.get', {}),
    await request('goals.list', {}),
    await request('signals.history', {}),
    await request('names.list', {}),
  ];
  core.close();
  return rest;
}

/** The first page of the texts becomes a copy of the page above it. */
function leadInCircles(path: string): void {
  const [root, first] = pagesOf(path, 'revisions');
  const bytes = readFileSync(path);
  bytes.copy(bytes, (first! - 1) * PAGE, (root! - 1) * PAGE, root! * PAGE);
  writeFileSync(path, bytes);
}
