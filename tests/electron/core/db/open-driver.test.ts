import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDriver, openDriver } from '../../../../electron/core/db/open-driver.ts';
import { FLOOR, SCHEMA, schemaToUserVersion } from '../../../../electron/core/db/schema-version.ts';
import { openTestCore, openTestJournal, temporaryFolder, win } from '../../../helpers/core.ts';

describe('an open journal', () => {
  it('waits for the disk at every commit, also after the first write and after opening again', async () => {
    const { core, path, request } = await openTestJournal();
    await request('entries.create', win());
    core.close();
    const db = openDriver(path);
    db.exec("INSERT INTO settings VALUES ('x', '1')");
    const pragmas = ['synchronous', 'journal_mode', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'mmap_size'];
    expect(Object.fromEntries(pragmas.map((name) => [name, db.pragma(name, { simple: true })]))).toEqual({
      synchronous: 2,
      journal_mode: 'wal',
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      mmap_size: 0,
    });
    db.close();
  });

  it('carries its version in the file header, where it is read without SQLite', async () => {
    const { path } = await openTestJournal();
    const header = readFileSync(path).subarray(0, 100);
    expect([header.toString('latin1', 68, 72), header.readUInt32BE(60)]).toEqual([
      'Rung',
      schemaToUserVersion({ schema: SCHEMA, floor: FLOOR }),
    ]);
  });

  it('can be read by its owner only', async () => {
    const { path } = await openTestJournal();
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  });

  it('leaves nothing half-made beside it', async () => {
    const { core, folder } = await openTestJournal();
    core.close();
    expect(readdirSync(folder).toSorted()).toEqual(['journal.sqlite', 'known-journals.json']);
  });

  it('is never made over one that is there', async () => {
    const { core, path, request } = await openTestJournal();
    await request('entries.create', win());
    core.close();
    const db = createDriver(path);
    expect(db.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(1);
    db.close();
  });
});

describe('a file that is no journal of ours', () => {
  /** Each makes a file at the path, from a sound journal. */
  const files: [string, (path: string, sound: string) => void, 'refused' | 'damaged', RegExp][] = [
    ['an empty file', (path) => writeFileSync(path, ''), 'damaged', /is empty \(0 bytes\)/],
    ['a text file', (path) => writeFileSync(path, 'dear diary\n'.repeat(50)), 'refused', /is not a Rung journal/],
    ['a short file', (path) => writeFileSync(path, 'SQLite format 3\0'), 'refused', /is not a Rung journal/],
    ['a folder', (path) => mkdirSync(path), 'refused', /is not a file/],
    ['a pipe', (path) => void execFileSync('mkfifo', [path]), 'refused', /is not a file/],
    ['a link that leads back to itself', (path) => symlinkSync(path, path), 'refused', /leads back to itself/],
    ['a link to nowhere', (path) => symlinkSync(`${path}.gone`, path), 'refused', /a file that is not there/],
    ['a device', (path) => symlinkSync('/dev/zero', path), 'refused', /is not a file/],
    ['a journal whose log is a pipe', copyWithPipeAsLog, 'refused', /-wal is not a file/],
    ['a SQLite file of another program', makeForeign, 'refused', /of another program/],
    [
      'a journal of a newer Rung',
      (path, sound) => copyWithVersion(sound, path, 9, 9),
      'refused',
      new RegExp(`newer Rung \\(journal format 9; this Rung knows ${SCHEMA}\\).*Update Rung`),
    ],
    ['a journal whose end is missing', copyTruncated, 'damaged', /its end is missing/],
    ['a journal with its schema overwritten', copyWithRubbish, 'damaged', /SQLite cannot read it/],
    ['a journal with a second name', copyLinked, 'refused', /has a second name/],
  ];

  it.each(files)('is refused in words and left as it is: %s', async (_, make, state, reason) => {
    const folder = temporaryFolder();
    const sound = await makeSoundJournal();
    const { core, path } = openTestCore({ folder });
    make(path, sound);
    const before = fingerprint(path);
    const reply = core.serve('journal.status', {});
    expect(reply).toMatchObject({ ok: true, value: { state, path, reason: expect.stringMatching(reason) } });
    expect(core.serve('entries.create', win())).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(fingerprint(path)).toEqual(before);
    expect(readdirSync(folder).filter((name) => /^journal\.sqlite-(?!wal$)/.test(name))).toEqual([]);
  });

  it('is a damaged one where a journal was before', async () => {
    const { core, path, folder } = await openTestJournal();
    core.close();
    writeFileSync(path, Buffer.alloc(16_384, 7));
    expect(openTestCore({ folder }).core.serve('journal.status', {})).toMatchObject({
      value: { state: 'damaged', reason: 'it no longer begins as a journal does', backup: null },
    });
  });

  it('is not a journal that is kept elsewhere, behind a link', async () => {
    const elsewhere = await makeSoundJournal();
    const { core, path } = openTestCore();
    symlinkSync(elsewhere, path);
    expect(core.serve('entries.create', win())).toMatchObject({ ok: true });
    expect(core.serve('journal.status', {})).toMatchObject({ value: { state: 'open', entries: 51, readOnly: null } });
  });

  it('is not a journal whose creation was cut off before its first name was taken away', async () => {
    const { core, path, folder } = await openTestJournal();
    core.close();
    linkSync(path, `${path}.new-4711`);
    expect(openTestCore({ folder }).core.serve('journal.status', {})).toMatchObject({ value: { state: 'open' } });
    expect(readdirSync(folder)).not.toContain('journal.sqlite.new-4711');
  });

  it('may still be a newer journal that allows this Rung to write', async () => {
    const folder = temporaryFolder();
    const { core, path } = openTestCore({ folder });
    copyWithVersion(await makeSoundJournal(), path, 9, 2);
    expect(core.serve('entries.create', win())).toMatchObject({ ok: true });
    core.close();
    expect(readFileSync(path).readUInt32BE(60)).toBe(schemaToUserVersion({ schema: 9, floor: 2 }));
  });
});

describe('a journal that is not there', () => {
  it('is created only on purpose', () => {
    const { core, folder } = openTestCore();
    expect(core.serve('journal.status', {})).toMatchObject({ ok: true, value: { state: 'absent', wasHere: false } });
    expect(core.serve('entries.create', win())).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(core.serve('entries.list', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('but was here before is not taken for a first start', async () => {
    const { core, folder, path } = await openTestJournal();
    core.close();
    const { rmSync } = await import('node:fs');
    rmSync(path);
    const again = openTestCore({ folder });
    expect(again.core.serve('journal.status', {})).toMatchObject({ value: { state: 'absent', wasHere: true } });
    expect(again.core.serve('journal.create', {})).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('is gone') },
    });
    expect(readdirSync(folder)).toEqual(['known-journals.json']);
    expect(again.core.serve('journal.create', { evenIfOneWasHere: true })).toMatchObject({
      ok: true,
      value: { state: 'open' },
    });
  });

  it('and appears while a window waits for it is opened', async () => {
    const folder = temporaryFolder();
    const waiting = openTestCore({ folder });
    expect(waiting.core.serve('journal.status', {})).toMatchObject({ value: { state: 'absent' } });
    await openTestJournal({ folder });
    expect(waiting.core.serve('journal.status', {})).toMatchObject({ value: { state: 'open' } });
  });
});

async function makeSoundJournal(): Promise<string> {
  const { core, path, request } = await openTestJournal();
  await request(
    'entries.createMany',
    Array.from({ length: 50 }, () => win({ body: 'x'.repeat(2_000) })),
  );
  core.close();
  return path;
}

function makeForeign(path: string): void {
  const db = new Database(path);
  db.exec('CREATE TABLE notes (text TEXT)');
  db.close();
}

function copyWithVersion(sound: string, path: string, schema: number, floor: number): void {
  copyFileSync(sound, path);
  const db = new Database(path);
  db.pragma(`user_version = ${schemaToUserVersion({ schema, floor })}`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

function copyWithPipeAsLog(path: string, sound: string): void {
  copyFileSync(sound, path);
  execFileSync('mkfifo', [`${path}-wal`]);
}

function copyTruncated(path: string, sound: string): void {
  copyFileSync(sound, path);
  truncateSync(path, statSync(path).size - 8_192);
}

function copyWithRubbish(path: string, sound: string): void {
  const bytes = readFileSync(sound);
  bytes.fill(0xa5, 100, 4_096);
  writeFileSync(path, bytes);
}

function copyLinked(path: string, sound: string): void {
  copyFileSync(sound, `${path}.other`);
  linkSync(`${path}.other`, path);
}

function fingerprint(path: string): string {
  const stat = lstatSync(path);
  return `${stat.size} ${stat.mtimeMs} ${stat.isFile() ? readFileSync(path).toString('base64') : stat.mode}`;
}
