import Database from 'better-sqlite3';
import fc from 'fast-check';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSuperfluous } from '../../../shared/domain/backup-rotation.ts';
import { backupReasons, type Backup } from '../../../shared/domain/backup.ts';
import { openCli } from '../../helpers/cli.ts';
import { openTestCore, openTestJournal, stoppedClock, temporaryFolder, win } from '../../helpers/core.ts';

describe('a backup', () => {
  it('is a sound journal of its own, readable by its owner only', async () => {
    const { request, folder } = await openTestJournal();
    await request('entries.createMany', [win({ title: 'a' }), win({ title: 'b' })]);
    const backup = await request('backups.make', {});
    expect(backup).toMatchObject({ reason: 'by-hand', entries: 2, versions: 2 });
    expect(await request('backups.list', {})).toEqual([backup]);
    const path = join(folder, 'backups', backup.name);
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
    const home = temporaryFolder();
    copyFileSync(path, join(home, 'journal.sqlite'));
    const copy = openTestCore({ folder: home });
    const { entries } = await copy.request('entries.list', {});
    expect(entries).toEqual((await request('entries.list', {})).entries);
  });

  it('is never made from a journal whose text was changed on the disk, and leaves nothing half-made', async () => {
    const { request, folder, path } = await openTestJournal();
    await request('entries.create', win());
    spoil(path);
    await expect(request('backups.make', {})).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining('not as it was saved'),
    });
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });

  it('is made before a migration, of the journal as it was', async () => {
    const folder = temporaryFolder();
    copyFileSync(join(import.meta.dirname, '../../fixtures/journals/schema-1.sqlite'), join(folder, 'journal.sqlite'));
    const { request } = openTestCore({ folder });
    expect((await request('entries.list', {})).entries).toHaveLength(4);
    expect(await request('backups.list', {})).toMatchObject([{ reason: 'before-migration', entries: 4, versions: 5 }]);
  });

  it('is made by itself once an hour, and only when something was written', async () => {
    const clock = stoppedClock('2026-11-24T09:00:00.000Z');
    const { request } = await openTestJournal({ clock });
    const { id } = await request('entries.create', win());
    const tend = async (now: string) => {
      clock.set(now);
      return (await request('backups.tend', {})).made?.madeAt;
    };
    expect(await tend('2026-11-24T09:10:00.000Z')).toBe('2026-11-24T09:10:00.000Z');
    await request('entries.create', win());
    expect(await tend('2026-11-24T10:09:00.000Z')).toBeUndefined();
    expect(await tend('2026-11-24T10:10:00.000Z')).toBe('2026-11-24T10:10:00.000Z');
    expect(await tend('2026-11-24T12:00:00.000Z')).toBeUndefined();
    await request('entries.trash', { id });
    expect(await tend('2026-11-24T13:00:00.000Z')).toBe('2026-11-24T13:00:00.000Z');
  });
});

describe('the rotation of backups', () => {
  it('keeps 24 hours, 30 days and every month of a year of hours', () => {
    const all = Array.from({ length: 365 * 24 }, (_, hour) => backupAt(hour));
    const gone = new Set(findSuperfluous(all));
    const kept = all.filter((one) => !gone.has(one)).map(({ madeAt }) => madeAt.slice(0, 13));
    expect(kept.slice(0, 11)).toEqual(
      ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30'].map(
        (day) => `2026-${day}T23`,
      ),
    );
    expect(kept.slice(11, 40).every((hour) => hour.startsWith('2026-12-') && hour.endsWith('T23'))).toBe(true);
    expect(kept).toHaveLength(11 + 29 + 24);
  });

  it('never lets the newest go, nor what a person or a migration made', () => {
    const some = fc.array(fc.tuple(fc.nat(20_000), fc.constantFrom(...backupReasons)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(some, (made) => {
        const all = made.map(([hour, reason]) => backupAt(hour, reason));
        const gone = findSuperfluous(all);
        expect(gone.every(({ reason }) => reason === 'by-itself')).toBe(true);
        const newest = all
          .filter(({ reason }) => reason === 'by-itself')
          .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];
        expect(newest === undefined || !gone.includes(newest)).toBe(true);
      }),
    );
  });
});

describe('a restore', () => {
  it('brings back what the backup held, says beforehand what changes, and keeps what it replaces', async () => {
    const { request, folder } = await openTestJournal();
    const [kept, lost] = await request('entries.createMany', [win({ title: 'kept' }), win({ title: 'lost' })]);
    const before = (await request('entries.list', {})).entries;
    const { name } = await request('backups.make', {});
    await request('entries.update', {
      id: kept!.id,
      baseRevision: 1,
      content: { kind: 'win', title: 'changed', occurredOn: '2026-09-14' },
    });
    await request('entries.create', win({ title: 'new since' }));
    expect(await request('backups.preview', { name })).toMatchObject({
      changes: { onlyInJournal: 1, onlyInBackup: 0, newerInJournal: 1 },
    });
    const { replaced } = await request('backups.restore', { name });
    expect((await request('entries.list', {})).entries).toEqual(before);
    expect((await request('entries.get', { id: lost!.id })).title).toBe('lost');
    const aside = temporaryFolder();
    copyFileSync(replaced, join(aside, 'journal.sqlite'));
    const old = openTestCore({ folder: aside });
    expect((await old.request('entries.list', {})).entries.map(({ title }) => title)).toEqual([
      'new since',
      'lost',
      'changed',
    ]);
    expect(readdirSync(folder).filter((file) => file.includes('arriving'))).toEqual([]);
  });

  it('works when the journal itself cannot be opened', async () => {
    const first = await openTestJournal();
    await first.request('entries.create', win({ title: 'safe' }));
    const { name } = await first.request('backups.make', {});
    first.core.close();
    writeFileSync(first.path, 'rubbish');
    const { request } = openTestCore({ folder: first.folder });
    expect(await request('journal.status', {})).toMatchObject({ state: 'damaged', backup: { name } });
    expect(await request('backups.list', {})).toMatchObject([{ name }]);
    await request('backups.restore', { name });
    expect((await request('entries.list', {})).entries.map(({ title }) => title)).toEqual(['safe']);
  });

  it('refuses a backup that is no longer what it was, and one that is not there', async () => {
    const { request, folder } = await openTestJournal();
    await request('entries.create', win({ title: 'now' }));
    const { name } = await request('backups.make', {});
    spoil(join(folder, 'backups', name));
    await expect(request('backups.restore', { name })).rejects.toMatchObject({
      code: expect.stringMatching(/storage|not-found/),
    });
    await expect(request('backups.restore', { name: 'journal-x.sqlite' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await request('entries.list', {})).entries.map(({ title }) => title)).toEqual(['now']);
  });

  it('by the command refuses while the app has the journal open, and works once it is closed', async () => {
    const app = await openTestJournal();
    const cli = openCli({ home: app.folder });
    await app.request('entries.create', win({ title: 'first' }));
    const { name } = (await cli.json(['backup', 'make'])) as Backup;
    await app.request('entries.create', win({ title: 'second' }));
    expect(await cli.rung(['backup', 'restore', name, '--yes'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is open in another program'),
    });
    expect((await app.request('entries.list', {})).entries).toHaveLength(2);
    app.core.close();
    expect(await cli.rung(['backup', 'restore', name])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('goes: 1 entries'),
    });
    expect(await cli.rung(['backup', 'restore', name, '--yes'])).toMatchObject({ code: 0 });
    expect(await cli.json(['list'])).toMatchObject([{ title: 'first' }]);
  });

  it('lists nothing that was not checked', async () => {
    const { request, folder, path } = await openTestJournal();
    mkdirSync(join(folder, 'backups'));
    copyFileSync(path, join(folder, 'backups', 'journal-by-hand.sqlite'));
    writeFileSync(join(folder, 'backups', 'journal-x.sqlite.json'), '{"name":"journal-x.sqlite"');
    expect(await request('backups.list', {})).toEqual([]);
    expect(readFileSync(join(folder, 'backups', 'journal-by-hand.sqlite')).length).toBeGreaterThan(0);
  });
});

function spoil(path: string): void {
  const db = new Database(path);
  db.exec("DROP TRIGGER revisions_are_never_changed; UPDATE revisions SET content = replace(content, 'win', 'won')");
  db.close();
}

function backupAt(hour: number, reason: Backup['reason'] = 'by-itself'): Backup {
  const madeAt = new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString();
  const name = `journal-${madeAt.replaceAll(/[:.]/g, '-')}.sqlite`;
  return { name, madeAt, number: hour, reason, entries: 1, versions: 1, bytes: 1, sha256: '' };
}
