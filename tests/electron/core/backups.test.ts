import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Backup } from '../../../shared/domain/backup.ts';
import { openCli } from '../../helpers/cli.ts';
import { openTestCore, openTestJournal, stoppedClock, temporaryFolder, win } from '../../helpers/core.ts';

describe('a backup', { timeout: 30_000 }, () => {
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

describe('an automatic backup', { timeout: 30_000 }, () => {
  it('is not made again of a journal that another run found the same', async () => {
    const clock = stoppedClock('2026-11-24T09:00:00.000Z');
    const first = await openTestJournal({ clock });
    await first.request('entries.create', win());
    expect((await first.request('backups.tend', {})).made?.entries).toBe(1);
    first.core.close();
    clock.set('2026-11-25T09:00:00.000Z');
    const second = openTestCore({ folder: first.folder, clock });
    expect(await second.request('backups.tend', {})).toEqual({ made: null });
    expect(await second.request('backups.list', {})).toHaveLength(1);
    // A goal has no version and is no entry: it counts all the same.
    await second.request('goals.save', { criterionId: 'teaching', title: 'Give a talk' });
    clock.set('2026-11-25T10:30:00.000Z');
    expect((await second.request('backups.tend', {})).made?.madeAt).toBe('2026-11-25T10:30:00.000Z');
  });

  it('goes on when the clock was set back ten years, and the newest is the one made last', async () => {
    const clock = stoppedClock('2036-11-24T09:00:00.000Z');
    const { request } = await openTestJournal({ clock });
    await request('backups.tend', {});
    clock.set('2026-11-24T09:00:00.000Z');
    await request('entries.create', win());
    const { made } = await request('backups.tend', {});
    expect(made?.entries).toBe(1);
    expect((await request('backups.list', {})).map(({ madeAt }) => madeAt.slice(0, 4))).toEqual(['2026', '2036']);
  });

  it('of a journal that holds fewer entries leaves the fuller one beside it', async () => {
    const clock = stoppedClock('2026-11-24T09:00:00.000Z');
    const { request } = await openTestJournal({ clock });
    const [gone] = await request('entries.createMany', [win(), win()]);
    await request('entries.trash', { id: gone!.id });
    await request('backups.tend', {});
    clock.set('2027-01-24T09:00:00.000Z');
    await request('trash.purge', {});
    for (let hour = 0; hour < 60; hour += 1) {
      clock.set(new Date(Date.UTC(2027, 0, 24, 10 + hour)).toISOString());
      await request('profile.save', { name: `Sam ${hour}`, currentTitle: '', targetTitle: '', employer: '' });
      if (hour % 20 === 0) await request('backups.tend', {});
    }
    expect((await request('backups.list', {})).map(({ entries }) => entries)).toEqual([1, 1, 1, 2]);
  });

  it('holds nothing up: the journal answers while one is made', async () => {
    const { request } = await openTestJournal();
    await request('entries.create', win());
    const answered: string[] = [];
    const making = request('backups.make', {}).then(() => answered.push('made'));
    await request('entries.create', win()).then(() => answered.push('written'));
    await making;
    expect(answered).toEqual(['written', 'made']);
  });
});

describe('a restore', { timeout: 30_000 }, () => {
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
