import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalPlace } from '../../../shared/domain/journal.ts';
import { findConflicts, findPlace } from '../../../electron/core/place/find-place.ts';
import { openCli } from '../../helpers/cli.ts';
import { openTestJournal, temporaryFolder, win } from '../../helpers/core.ts';
import { LOCAL, NFS, openAt } from '../../helpers/places.ts';

describe('the place of a journal', () => {
  const places: [string, string, number, Pick<JournalPlace, 'kind' | 'name'> | null][] = [
    ['an ordinary disk', '/home/sam/.local/share/rung/journal.sqlite', LOCAL, null],
    ['NFS', '/mnt/team/journal.sqlite', NFS, { kind: 'network', name: 'NFS' }],
    [
      'CIFS, with the sign of a 32-bit number',
      '/mnt/j.sqlite',
      0xff534d42 - 2 ** 32,
      { kind: 'network', name: 'CIFS' },
    ],
    ['SMB2', '/mnt/j.sqlite', 0xfe534d42, { kind: 'network', name: 'SMB2' }],
    ['9p', '/mnt/c/j.sqlite', 0x01021997, { kind: 'network', name: '9p' }],
    ['FUSE', '/mnt/j.sqlite', 0x65735546, { kind: 'network', name: 'FUSE' }],
    ['Dropbox', '/home/sam/Dropbox/notes/j.sqlite', LOCAL, { kind: 'sync', name: 'Dropbox' }],
    ['a second Dropbox', '/home/sam/Dropbox (Work)/j.sqlite', LOCAL, { kind: 'sync', name: 'Dropbox' }],
    ['iCloud', '/Users/s/Library/Mobile Documents/x/j.sqlite', LOCAL, { kind: 'sync', name: 'iCloud Drive' }],
    ['OneDrive of a company', '/Users/s/OneDrive - Acme/j.sqlite', LOCAL, { kind: 'sync', name: 'OneDrive' }],
    [
      'Google Drive',
      '/Users/s/Library/CloudStorage/GoogleDrive-s@x.io/j.sqlite',
      LOCAL,
      { kind: 'sync', name: 'Google Drive' },
    ],
    ['Nextcloud', '/home/sam/Nextcloud/j.sqlite', LOCAL, { kind: 'sync', name: 'Nextcloud' }],
    ['a folder that is only called alike', '/home/sam/Dropbox-notes/j.sqlite', LOCAL, null],
  ];
  it.each(places)('is told: %s', (_, path, type, place) => {
    expect(findPlace(path, () => type)).toEqual(place && { ...place, conflicts: [] });
  });

  it('is told by the mark that Syncthing leaves at the top of a folder', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.stfolder'));
    mkdirSync(join(folder, 'notes'));
    expect(findPlace(join(folder, 'notes', 'j.sqlite'), () => LOCAL)).toEqual({
      kind: 'sync',
      name: 'Syncthing',
      conflicts: [],
    });
  });

  it('names the copies that sync tools make of two versions, and nothing else', () => {
    const folder = temporaryFolder();
    const conflicts = [
      "journal (Sam's conflicted copy 2026-11-24).sqlite",
      'journal (SFConflict sam@x.io 2026-11-24-10-10-10).sqlite',
      'journal (conflicted copy 2026-11-24 101010).sqlite',
      'journal-DESKTOP-AB12CD.sqlite',
      'journal.sync-conflict-20261124-101010-ABCDEFG.sqlite',
    ].toSorted();
    const others = [
      'journal.sqlite',
      'journal.sqlite-wal',
      'journal.sqlite.replaced-2026',
      'journal-notes.sqlite',
      'x.md',
    ];
    for (const name of [...conflicts, ...others]) writeFileSync(join(folder, name), '');
    expect(findConflicts(join(folder, 'journal.sqlite'))).toEqual(conflicts);
  });
});

describe('a journal on a network drive', () => {
  it('keeps no log, waits for the disk at every commit, and says where it lies', async () => {
    const { open, path } = openAt(temporaryFolder(), NFS);
    const { request, core } = open();
    await request('journal.create', {});
    await request('entries.create', win());
    expect(await request('journal.status', {})).toMatchObject({
      state: 'open',
      place: { kind: 'network', name: 'NFS' },
    });
    expect(await request('journal.check', {})).toEqual(
      expect.arrayContaining([
        { id: 'durable', isOk: true, message: 'Every save waits for the disk.' },
        { id: 'place', isOk: true, message: expect.stringContaining('network drive (NFS)') },
      ]),
    );
    expect(existsSync(`${path}-wal`)).toBe(false);
    core.close();
    expect(readFileSync(path).subarray(18, 20)).toEqual(Buffer.from([1, 1]));
  });

  it('is taken over from a local disk with its log, and goes back', async () => {
    const { path, folder, request, core } = await openTestJournal();
    await request('entries.create', win());
    const moved = temporaryFolder();
    for (const name of readdirSync(folder)) cpSync(join(folder, name), join(moved, name));
    core.close();
    expect(path).not.toBe(moved);
    for (const type of [NFS, LOCAL, NFS]) {
      const there = openAt(moved, type).open();
      expect(await there.request('journal.status', {})).toMatchObject({ state: 'open', entries: 1 });
      there.core.close();
    }
  });

  it('is for one program at a time, and the second is told so', async () => {
    const place = openAt(temporaryFolder(), NFS);
    const first = place.open();
    await first.request('journal.create', {});
    const second = place.open();
    expect(await second.request('journal.status', {})).toMatchObject({
      state: 'refused',
      reason: expect.stringMatching(/open in another program.*only one.*Nothing was changed/),
    });
    first.core.close();
    expect(await second.request('journal.status', {})).toMatchObject({ state: 'open' });
  });
});

describe('a journal in a synced folder', () => {
  it('is told of on standard error, with the copies beside it, and doctor fails on those', async () => {
    const home = join(temporaryFolder(), 'Dropbox');
    mkdirSync(home);
    const { rung } = openCli({ home });
    await rung(['add', 'win Cut the build']);
    const listed = await rung(['list']);
    expect(listed.stdout).toContain('Cut the build');
    expect(listed.stderr).toMatch(/^rung: This journal lies in a folder that Dropbox copies\. .*backups\.\n$/);
    writeFileSync(join(home, "journal (Sam's conflicted copy 2026-11-24).sqlite"), '');
    const doctor = await rung(['doctor']);
    expect(doctor.code).toBe(1);
    expect(doctor.stdout).toMatch(/NO {2}.*Sam's conflicted copy/);
  });
});
