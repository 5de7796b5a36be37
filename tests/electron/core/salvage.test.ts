import Database from 'better-sqlite3';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepAside, putInPlace } from '../../../electron/core/salvage/move-aside.ts';
import { openCli } from '../../helpers/cli.ts';
import {
  openTestCore,
  openTestJournal,
  stoppedClock,
  temporaryFolder,
  win,
  type TestCore,
} from '../../helpers/core.ts';

const PAGE = 8_192;
const ENTRIES = 300;

describe('a damaged journal', () => {
  it('is told as damaged at open, with the newest backup that is still what was checked', async () => {
    const { folder, path, backups } = await makeJournal({ backups: 2 });
    writeFileSync(
      join(folder, 'backups', backups[1]!),
      Buffer.alloc(statSync(join(folder, 'backups', backups[1]!)).size),
    );
    writeFileSync(path, '');
    expect(await openTestCore({ folder }).request('journal.status', {})).toEqual({
      state: 'damaged',
      path,
      reason: 'it is empty (0 bytes), and a journal never is',
      backup: expect.objectContaining({ name: backups[0] }),
    });
  });

  it('is noticed while working, and from then on nothing of it is served, nor backed up', async () => {
    const { folder, path } = await makeJournal();
    breakPages(path, pagesOf(path, 'revisions').slice(3, 5));
    const { request } = openTestCore({ folder });
    expect(await request('journal.status', {})).toMatchObject({ state: 'open' });
    const { version } = await request('journal.version', {});
    await expect(request('packet.export', { audience: 'self' })).rejects.toMatchObject({ code: 'storage' });
    expect(await request('journal.status', {})).toMatchObject({ state: 'damaged', backup: null });
    expect((await request('journal.version', {})).version).not.toBe(version);
    for (const method of ['entries.list', 'backups.make', 'backups.tend'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      await expect(request(method, {}), method).rejects.toMatchObject({
        message: expect.stringContaining('is damaged'),
      });
    }
  });

  it('never shows a text that is not the one that was saved, wherever texts are shown', async () => {
    for (const ask of [
      ({ request }: TestCore) => request('entries.list', {}),
      ({ request }: TestCore) => request('find.entries', { query: 'forged' }),
      ({ request }: TestCore) => request('packet.export', { audience: 'self' }),
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- a journal each
      const { folder, path } = await makeJournal({ entries: 3 });
      const db = new Database(path);
      db.exec(
        "DROP TRIGGER revisions_are_never_changed; UPDATE revisions SET content = replace(content, 'Entry 2', 'Forged')",
      );
      db.exec(
        "INSERT OR REPLACE INTO entry_text (rowid, title, story, names, marks) SELECT position, 'forged', '', '', 'any' FROM entries WHERE title = 'Entry 2'",
      );
      db.close();
      const core = openTestCore({ folder });
      // oxlint-disable-next-line no-await-in-loop -- a journal each
      const answer = await ask(core).then(JSON.stringify, (error: Error) => error.message);
      expect(answer).not.toContain('Forged');
    }
  });

  it('is looked over after a stop that was not clean, and weekly, not at every start', async () => {
    const clock = stoppedClock();
    const { folder, path } = await makeJournal();
    const first = openTestCore({ folder, clock });
    first.core.lookOver();
    first.core.close();
    breakPages(path, pagesOf(path, 'revisions').slice(2, 3));
    const second = openTestCore({ folder, clock });
    second.core.lookOver();
    expect(second.core.serve('journal.status', {})).toMatchObject({ value: { state: 'open' } });
    second.core.close();
    clock.set('2026-12-02T09:00:00.000Z');
    const third = openTestCore({ folder, clock });
    third.core.lookOver();
    expect(third.core.serve('journal.status', {})).toMatchObject({ value: { state: 'damaged' } });
  });

  it('is looked over by the command before its first answer when the last user was cut off', async () => {
    const { folder, path } = await makeJournal();
    breakPages(path, pagesOf(path, 'revisions').slice(2, 3));
    const { rung } = openCli({ home: folder });
    expect(await rung(['list', '--limit', '1'])).toMatchObject({ code: 0 });
    leaveLog(path);
    expect(await rung(['list', '--limit', '1'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is damaged'),
    });
  });
});

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
    if (!done.isAtLeast) expect(done.of).toBe(ENTRIES);
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

  it('brings an entry back in an earlier version where the later one is lost, and counts it', async () => {
    const { core, folder, path, request } = await openTestJournal();
    const { id } = await request('entries.create', win({ title: 'First wording' }));
    await request('entries.update', {
      id,
      baseRevision: 1,
      content: { ...win({ title: 'Second wording' }), occurredOn: '2026-09-14' } as never,
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

describe('a rescue that is cut off', () => {
  /** What may have been done when the power went, step by step. */
  const cuts: [string, (path: string, arriving: string) => void][] = [
    ['with the note written', (path) => void keepNote(path)],
    ['with the first name given', (path) => (keepNote(path), linkSync(path, keptOf(path)))],
    ['with every name given', (path) => void keepAside(path, NOW)],
    ['with a half-made new journal', (path, arriving) => (keepAside(path, NOW), writeFileSync(arriving, 'half'))],
    ['with the log already gone', (path, arriving) => (keepAside(path, NOW), cutAfterLog(path, arriving))],
  ];

  it.each(cuts)('is told, opens nothing, and is finished by the next one: %s', async (_, cut) => {
    const { folder, path } = await makeJournal({ entries: 20 });
    leaveLog(path);
    cut(path, `${path}.arriving`);
    const { request } = openTestCore({ folder });
    expect(await request('journal.status', {})).toMatchObject({
      state: 'damaged',
      reason: expect.stringContaining('was cut off'),
    });
    expect(await request('journal.salvage', { isPreview: true })).toMatchObject({ recovered: 20, of: 20 });
    const done = await request('journal.salvage', { isPreview: false });
    expect(done).toMatchObject({ recovered: 20, of: 20 });
    expect(existsSync(done.kept!) && existsSync(`${done.kept}-wal`)).toBe(true);
    expect(await request('journal.status', {})).toMatchObject({ state: 'open', entries: 20 });
    expect(await request('profile.get', {})).toMatchObject({ name: 'Only in the log' });
    expect(readdirSync(folder).filter((name) => /rescue|arriving/.test(name))).toEqual([]);
  });

  it('after the last rename is tidied up, and the new journal opens', async () => {
    const { folder, path } = await makeJournal({ entries: 20 });
    const sound = await makeJournal({ entries: 4 });
    const kept = keepAside(path, NOW);
    copyFileSync(sound.path, `${path}.arriving`);
    putInPlace(path, kept, `${path}.arriving`);
    writeFileSync(`${path}.rescue.json`, JSON.stringify({ kept: 'x', arriving: String(statSync(path).ino) }));
    expect(await openTestCore({ folder }).request('journal.status', {})).toMatchObject({ state: 'open', entries: 4 });
    expect(existsSync(`${path}.rescue.json`)).toBe(false);
  });

  it('gives way to a backup that is put in place instead', async () => {
    const { folder, path, backups } = await makeJournal({ entries: 20, backups: 1 });
    keepAside(path, NOW);
    const { request } = openTestCore({ folder });
    await request('backups.restore', { name: backups[0]! });
    expect(await request('journal.status', {})).toMatchObject({ state: 'open', entries: 20 });
  });
});

const NOW = '2026-11-24T10:00:00.000Z';

function keptOf(path: string): string {
  return `${path}.damaged-2026-11-24T10-00-00-000Z`;
}

function keepNote(path: string): void {
  const kept = keptOf(path).slice(keptOf(path).lastIndexOf('/') + 1);
  writeFileSync(`${path}.rescue.json`, JSON.stringify({ kept, arriving: null }));
}

function cutAfterLog(path: string, arriving: string): void {
  writeFileSync(arriving, 'new');
  for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
}

interface MakeOptions {
  entries?: number;
  backups?: number;
  /** How many entries are deleted for good after the last backup. */
  deletesAfter?: number;
}

/** A closed journal of numbered entries over many pages. */
async function makeJournal({ entries = ENTRIES, backups = 0, deletesAfter = 0 }: MakeOptions = {}) {
  const clock = stoppedClock();
  const { core, folder, path, request } = await openTestJournal({ folder: temporaryFolder(), clock });
  const titles = Array.from({ length: entries }, (_, index) => `Entry ${index}`);
  const created = await request(
    'entries.createMany',
    titles.map((title, index) => win({ title, body: `${index} `.repeat(300), tags: [`tag-${index % 9}`] })),
  );
  const names: string[] = [];
  for (let count = 0; count < backups; count += 1) {
    clock.set(`2026-11-24T1${count}:00:00.000Z`);
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    names.push((await request('backups.make', {})).name);
  }
  core.close();
  if (deletesAfter > 0) {
    const db = new Database(path);
    db.pragma('foreign_keys = ON');
    for (const { id } of created.slice(0, deletesAfter)) db.prepare('DELETE FROM entries WHERE id = ?').run(id);
    db.close();
  }
  return { folder, path, titles, backups: names };
}

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

/** The pages of a table, as SQLite numbers them. */
function pagesOf(path: string, table: string): number[] {
  const db = new Database(path);
  const root = db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)!;
  db.close();
  const bytes = readFileSync(path);
  const pages: number[] = [];
  const walk = (page: number) => {
    const start = (page - 1) * PAGE;
    pages.push(page);
    if (bytes[start] !== 0x05) return;
    const cells = bytes.readUInt16BE(start + 3);
    for (let cell = 0; cell < cells; cell += 1)
      walk(bytes.readUInt32BE(start + bytes.readUInt16BE(start + 12 + 2 * cell)));
    walk(bytes.readUInt32BE(start + 8));
  };
  walk(root);
  return pages;
}

function breakPages(path: string, pages: readonly number[], byte = 0): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(byte, (page - 1) * PAGE, page * PAGE);
  writeFileSync(path, bytes);
}

/** As a cut leaves it: the last write is only in the log. */
function leaveLog(path: string): void {
  const db = new Database(path);
  db.exec(`INSERT OR REPLACE INTO settings VALUES ('profile', '{"name":"Only in the log"}')`);
  mkdirSync(`${path}.cut`);
  for (const end of ['', '-wal', '-shm']) copyFileSync(path + end, join(`${path}.cut`, `j${end}`));
  db.close();
  for (const end of ['', '-wal', '-shm']) renameSync(join(`${path}.cut`, `j${end}`), path + end);
  rmSync(`${path}.cut`, { recursive: true });
}
