import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseBackupPlace, forgetBackupPlace } from '../../../electron/files/backup-place.ts';
import { openTestCore, openTestJournal, stoppedClock, temporaryFolder, win } from '../../helpers/core.ts';

async function openWithPlace() {
  const clock = stoppedClock();
  const opened = await openTestJournal({ clock });
  const stick = join(temporaryFolder(), 'stick');
  mkdirSync(stick);
  const folder = chooseBackupPlace(opened.path, stick);
  let hour = 10;
  const backUp = async () => {
    clock.set(`2026-11-24T${(hour += 1)}:00:00.000Z`);
    await opened.request('entries.create', win());
    return opened.request('backups.make', {});
  };
  return { ...opened, clock, stick, folder, backUp };
}

describe('a second place for backups', { timeout: 30_000 }, () => {
  it('has a checked copy of every backup, the ones made before it was chosen too', async () => {
    const { request, path, folder, backUp } = await openWithPlace();
    forgetBackupPlace(path);
    const first = await backUp();
    expect(first.places).toEqual(['beside-journal']);
    chooseBackupPlace(path, join(folder, '..'));
    const second = await backUp();
    expect(second.places).toEqual(['beside-journal', 'second-place']);
    expect(await request('backups.place', {})).toEqual({
      place: { folder, isThere: true, copies: 2, newestAt: second.madeAt, missing: 0, problem: null },
    });
    expect(readdirSync(folder).sort()).toEqual([first, second].flatMap(({ name }) => [name, `${name}.json`]).sort());
  });

  it('is not missed while it is away, and is caught up when it is back', async () => {
    const { request, stick, folder, backUp } = await openWithPlace();
    await backUp();
    renameSync(stick, `${stick}-in-the-drawer`);
    // What a mount point leaves behind.
    mkdirSync(stick);
    const made = await backUp();
    expect(made.places).toEqual(['beside-journal']);
    expect(readdirSync(stick)).toEqual([]);
    expect(await request('backups.place', {})).toMatchObject({ place: { isThere: false, missing: 2, problem: null } });
    expect((await request('journal.check', {})).find(({ id }) => id === 'second-place')).toEqual({
      id: 'second-place',
      isOk: true,
      message: 'The second place for backups is not there now; what it misses is copied when it is back.',
    });
    rmSync(stick, { recursive: true });
    renameSync(`${stick}-in-the-drawer`, stick);
    await request('backups.tend', {});
    expect(await request('backups.place', {})).toMatchObject({ place: { isThere: true, copies: 2, missing: 0 } });
    expect(readdirSync(folder)).toContain(made.name);
  });

  it('says what its disk says, and a backup is made all the same', async () => {
    const { request, folder, backUp } = await openWithPlace();
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const blocked = 'journal-2026-11-24T11-00-00-000Z.sqlite';
    mkdirSync(join(folder, blocked, 'in the way'), { recursive: true });
    expect((await backUp()).places).toEqual(['beside-journal']);
    const { place } = await request('backups.place', {});
    expect(place).toMatchObject({ isThere: true, copies: 0, missing: 1, problem: expect.stringContaining(blocked) });
    expect(readdirSync(folder)).toEqual([blocked]);
  });

  it('is restored from when the folder beside the journal is lost, and not when its copy was changed', async () => {
    const { core, folder, path, backUp } = await openWithPlace();
    const [sound, spoilt] = [await backUp(), await backUp()];
    core.close();
    const own = join(path, '..', 'backups');
    for (const name of readdirSync(own)) if (name.startsWith('journal-')) rmSync(join(own, name));
    rmSync(path);
    const { request } = openTestCore({ folder: join(path, '..') });
    expect((await request('backups.list', {})).map(({ name, places }) => [name, ...places])).toEqual([
      [spoilt.name, 'second-place'],
      [sound.name, 'second-place'],
    ]);
    const bytes = readFileSync(join(folder, spoilt.name));
    bytes[bytes.length - 3]! ^= 1;
    writeFileSync(join(folder, spoilt.name), bytes);
    await expect(request('backups.restore', { name: spoilt.name })).rejects.toMatchObject({ code: 'storage' });
    expect(existsSync(path)).toBe(false);
    expect(await request('backups.preview', { name: sound.name })).toMatchObject({ changes: null });
    await request('backups.restore', { name: sound.name });
    expect((await request('entries.list', {})).entries).toHaveLength(1);
  });

  it('cannot be the journal’s own folder', async () => {
    const { path } = await openWithPlace();
    expect(() => chooseBackupPlace(path, join(path, '..'))).toThrow(/journal’s own/);
    expect(() => chooseBackupPlace(path, join(path, '..', 'nowhere'))).toThrow(/cannot take backups/);
  });
});
