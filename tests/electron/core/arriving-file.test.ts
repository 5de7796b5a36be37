import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bringFile } from '../../../electron/files/arriving-file.ts';
import { openTestJournal, temporaryFolder, win, type TestCore } from '../../helpers/core.ts';

async function bring({ request, path }: TestCore, source: string) {
  return bringFile(path, source, '', (arrival) => request('backups.takeIn', { arrival }));
}

/** The file of a journal and its log, as a program that was killed leaves them. */
async function leaveWithLog(): Promise<string> {
  const journal = await openTestJournal();
  await journal.request('entries.create', win({ title: 'in the file' }));
  // Somebody who reads keeps what comes after in the log.
  const reader = new Database(journal.path);
  reader.pragma('wal_checkpoint(TRUNCATE)');
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM entries').get();
  await journal.request('entries.create', win({ title: 'in the log' }));
  const kept = join(temporaryFolder(), 'journal.sqlite.replaced-2026');
  for (const end of ['', '-wal']) copyFileSync(journal.path + end, kept + end);
  reader.close();
  return kept;
}

describe('a file that is brought among the backups', { timeout: 30_000 }, () => {
  it('comes with what is in its log, and leaves no log of its own', async () => {
    const kept = await leaveWithLog();
    const journal = await openTestJournal();
    const backup = await bring(journal, kept);
    expect(backup).toMatchObject({ reason: 'from-file', entries: 2 });
    expect(await journal.request('backups.preview', { name: backup.name })).toMatchObject({
      changes: { onlyInBackup: 2, onlyInJournal: 0 },
    });
    expect(readdirSync(join(journal.folder, 'backups')).sort()).toEqual([backup.name, `${backup.name}.json`]);
    await journal.request('backups.restore', { name: backup.name });
    expect((await journal.request('entries.list', {})).entries.map(({ title }) => title).sort()).toEqual([
      'in the file',
      'in the log',
    ]);
  });

  it('is readable by its owner only, whoever could read it before', async () => {
    const journal = await openTestJournal();
    const source = join(temporaryFolder(), 'copy.sqlite');
    copyFileSync(journal.path, source);
    const { name } = await bring(journal, source);
    expect((statSync(join(journal.folder, 'backups', name)).mode & 0o777).toString(8)).toBe('600');
  });

  it('is refused in words when it cannot be read or is no journal, and nothing of it stays', async () => {
    const journal = await openTestJournal();
    const folder = temporaryFolder();
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'Dear diary');
    await expect(bring(journal, text)).rejects.toThrow(/^The file is not a Rung journal/);
    await expect(bring(journal, folder)).rejects.toThrow(/^The file cannot be used/);
    expect(readdirSync(join(journal.folder, 'backups'))).toEqual([]);
  });

  it('cut off on its way is cleared up an hour later', async () => {
    const journal = await openTestJournal();
    const backups = join(journal.folder, 'backups');
    mkdirSync(backups);
    const left = ['arrival-0123456789abcdef', '.arrival-0123456789abcdef.77.part', '.making-x-1.sqlite'];
    for (const name of left) writeFileSync(join(backups, name), 'half of a journal');
    await journal.request('backups.make', {});
    expect(left.map((name) => existsSync(join(backups, name)))).toEqual([true, true, true]);
    for (const name of left) utimesSync(join(backups, name), 1_700_000_000, 1_700_000_000);
    await journal.request('backups.make', {});
    expect(left.map((name) => existsSync(join(backups, name)))).toEqual([false, false, false]);
  });

  it('of a newer Rung is not put in the place of the journal', async () => {
    const journal = await openTestJournal();
    await journal.request('entries.create', win());
    const { name } = await journal.request('backups.make', {});
    const path = join(journal.folder, 'backups', name);
    const db = new Database(path);
    db.pragma('user_version = 2000000000');
    db.close();
    const note = join(`${path}.json`);
    const { hashFile } = await import('../../../electron/files/hash-file.ts');
    const [listed] = await journal.request('backups.list', {});
    const { places: _, ...backup } = listed!;
    writeFileSync(note, JSON.stringify({ ...backup, bytes: statSync(path).size, sha256: hashFile(path) }));
    await expect(journal.request('backups.restore', { name })).rejects.toThrow(/^The file .*newer/);
    expect(readdirSync(journal.folder).filter((file) => /arriving|replaced/.test(file))).toEqual([]);
    expect((await journal.request('entries.list', {})).entries).toHaveLength(1);
  });
});

describe('backups on a network drive', { timeout: 30_000 }, () => {
  it('are made, looked at and restored though only one connection can have the journal open', async () => {
    const { request, folder } = await openTestJournal({ readType: () => 0x6969 });
    await request('entries.create', win({ title: 'kept' }));
    expect(await request('journal.status', {})).toMatchObject({ place: { kind: 'network' } });
    const { name } = await request('backups.make', {});
    await request('entries.create', win({ title: 'since' }));
    expect(await request('backups.preview', { name })).toMatchObject({ changes: { onlyInJournal: 1 } });
    expect((await request('backups.tend', {})).made).toBeNull();
    await request('backups.restore', { name });
    expect((await request('entries.list', {})).entries.map(({ title }) => title)).toEqual(['kept']);
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual([name, `${name}.json`]);
  });
});
