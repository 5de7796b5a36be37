import Database from 'better-sqlite3';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../../shared/contract/client.ts';
import type { JournalPlace } from '../../../shared/domain/journal.ts';
import { openCore, type CoreOptions } from '../../../electron/core/open-core.ts';
import { findConflicts, findPlace } from '../../../electron/core/place/find-place.ts';
import { makeReadingCopy, sweepReadingCopies } from '../../../electron/core/place/reading-copy.ts';
import { SCHEMA, schemaToUserVersion } from '../../../electron/core/db/schema-version.ts';
import { makeFolder } from '../../../electron/files/make-folder.ts';
import { builtFolder } from '../../helpers/build-node.ts';
import { openCli } from '../../helpers/cli.ts';
import { openTestJournal, stoppedClock, temporaryFolder, win } from '../../helpers/core.ts';

const NFS = 0x6969;
const LOCAL = 0xef53;

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
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
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

describe('a journal that can only be read', () => {
  const places: [string, (folder: string) => void][] = [
    ['in a folder without write permission', (folder) => chmodSync(folder, 0o555)],
    ['in a file without write permission', (folder) => chmodSync(join(folder, 'journal.sqlite'), 0o444)],
    ['beside a log without write permission', (folder) => leaveLog(folder)],
  ];
  it.each(places)('%s is read in full and refuses every write, as an ordinary user', async (_, restrict) => {
    const folder = await makeReadableJournal();
    restrict(folder);
    onTestFinished(() => chmodSync(folder, 0o755));
    const before = fingerprint(folder);
    const read = (...args: string[]) => rungAsUser(folder, args);
    const listed = read('list');
    expect(listed).toMatchObject({ status: 0, stdout: expect.stringContaining('Kept for reading') });
    expect(listed.stderr).toMatch(
      /^rung: This journal can only be read: the f(?:older|ile) .* may not be written to\..*\n$/,
    );
    expect(read('find', 'kept')).toMatchObject({ status: 0, stdout: expect.stringContaining('Kept for reading') });
    expect(read('coverage')).toMatchObject({ status: 0, stdout: expect.stringContaining('Mentoring') });
    expect(read('export', '--audience', 'self')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Kept for'),
    });
    expect(read('doctor')).toMatchObject({ status: 0 });
    for (const write of [
      ['add', 'win Not here'],
      ['backup', 'make'],
    ]) {
      expect(read(...write), write.join(' ')).toMatchObject({ status: 1 });
    }
    expect(read('add', 'win Not here').stderr).toMatch(/can only be read.*Nothing was saved/s);
    expect(fingerprint(folder)).toEqual(before);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('rung-reading-') && isOwnedByUser(name))).toEqual([]);
  });

  it('on a disk that is mounted for reading only', async () => {
    const folder = await makeReadableJournal();
    if (!canMount()) return;
    execFileSync('mount', ['--bind', folder, folder]);
    onTestFinished(() => void execFileSync('umount', [folder]));
    execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
    const core = openAt(folder, LOCAL).open();
    expect(await core.request('journal.status', {})).toMatchObject({
      state: 'open',
      readOnly: expect.stringContaining('may not be written to'),
    });
    await expect(core.request('entries.create', win())).rejects.toMatchObject({ code: 'storage' });
    expect(await core.request('entries.list', {})).toMatchObject({ entries: [{ title: 'Kept for reading' }] });
  });

  it('is not left behind in the temporary folder by a process that was killed', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'journal.sqlite');
    writeFileSync(path, 'x');
    const copy = makeReadingCopy(path);
    onTestFinished(copy.remove);
    expect((statSync(dirname(copy.path)).mode & 0o777).toString(8)).toBe('700');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const stale = join(tmpdir(), `rung-reading-${dead}-abcdef`);
    renameSync(dirname(makeReadingCopy(path).path), stale);
    sweepReadingCopies();
    expect([existsSync(stale), existsSync(copy.path)]).toEqual([false, true]);
  });

  it('is read anew once its owner wrote to it', async () => {
    const { path, folder, request } = await openTestJournal();
    await request('entries.create', win());
    const viewer = openAt(folder, LOCAL, { viewsOnly: true }).open();
    expect(await viewer.request('entries.list', {})).toMatchObject({ entries: [{}] });
    await request('entries.create', win({ title: 'Written since' }));
    expect((await viewer.request('entries.list', {})).entries.map(({ title }) => title)).toContain('Written since');
    await expect(viewer.request('entries.create', win())).rejects.toMatchObject({ code: 'storage' });
    expect(existsSync(path)).toBe(true);
  });
});

describe('a journal of a newer Rung', () => {
  it('is left byte for byte as it is, with its log, and can be viewed', async () => {
    const { path, folder } = await makeNewer();
    const before = fingerprint(folder);
    const core = openAt(folder, LOCAL).open();
    expect(await core.request('journal.status', {})).toMatchObject({
      state: 'refused',
      canView: true,
      reason: expect.stringContaining(`journal format 9; this Rung knows ${SCHEMA}`),
    });
    expect(await core.request('journal.view', {})).toMatchObject({
      state: 'open',
      entries: 1,
      readOnly: expect.stringContaining('newer Rung (journal format 9)'),
    });
    await expect(core.request('entries.create', win())).rejects.toMatchObject({ code: 'storage' });
    expect((await core.request('packet.export', { audience: 'self' })).markdown).toContain('p99');
    core.core.close();
    const { rung } = openCli({ home: folder });
    expect(await rung(['list'])).toMatchObject({ code: 1, stderr: expect.stringContaining('newer Rung') });
    expect(await rung(['--read-only', 'list'])).toMatchObject({ code: 0, stdout: expect.stringContaining('p99') });
    expect(fingerprint(folder)).toEqual(before);
    expect(path).toContain(folder);
  });

  it('is not viewed where an entry says something this Rung does not know', async () => {
    const { folder } = await makeNewer((db) => {
      db.exec('DROP TRIGGER revisions_are_never_changed');
      db.exec(`UPDATE revisions SET content = json_set(content, '$.visibility', 'for-lawyers')`);
    });
    const core = openAt(folder, LOCAL).open();
    expect(await core.request('journal.status', {})).toMatchObject({ state: 'refused', canView: false });
    await expect(core.request('journal.view', {})).rejects.toMatchObject({ code: 'storage' });
  });
});

describe('a home that cannot be one', () => {
  const homes: [string, (folder: string) => string, RegExp][] = [
    ['in /proc', () => '/proc/nope/deeper', /The folder \/proc\/nope\/deeper cannot be made/],
    ['a file', (folder) => folderWithFile(folder), /is a file, so Rung cannot keep its folder there/],
    [
      'below a file',
      (folder) => join(folderWithFile(folder), 'below'),
      /is a file, so Rung cannot keep its folder there/,
    ],
  ];
  it.each(homes)('is refused in a sentence that says what to do, at once: %s', async (_, make, message) => {
    const { rung } = openCli({ home: make(temporaryFolder()) });
    const { code, stderr } = await rung(['add', 'win Nowhere to go']);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('Set RUNG_HOME');
    expect(stderr).not.toContain('inside Rung');
  });

  it('is made, with those above it, for its owner only', () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    makeFolder(folder);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
  });
});

function openAt(folder: string, type: number, options: Partial<CoreOptions> = {}) {
  const path = join(folder, 'journal.sqlite');
  const knownJournals = join(folder, 'known-journals.json');
  const open = () => {
    const core = openCore({
      path,
      knownJournals,
      clock: stoppedClock(),
      checksOutput: true,
      readType: () => type,
      ...options,
    });
    onTestFinished(() => core.close());
    return { core, request: createClient(async (method, input) => core.serve(method, input)) };
  };
  return { open, path };
}

/** A closed journal with an entry, in a folder everybody may enter. */
async function makeReadableJournal(): Promise<string> {
  const { core, folder, request } = await openTestJournal();
  await request('entries.create', win({ title: 'Kept for reading', evidence: [{ criterionId: 'mentoring' }] }));
  core.close();
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
  giveToUser(folder);
  return folder;
}

/** The file may be written to, its log may not. */
function leaveLog(folder: string): void {
  const path = join(folder, 'journal.sqlite');
  const db = new Database(path);
  db.exec("INSERT INTO settings VALUES ('x', '1')");
  for (const end of ['-wal', '-shm']) cpSync(path + end, `${path}.kept${end}`);
  db.close();
  for (const end of ['-wal', '-shm']) renameSync(`${path}.kept${end}`, path + end);
  giveToUser(folder);
  chmodSync(`${path}-wal`, 0o444);
}

const isRoot = process.getuid?.() === 0;
const USER = 65_534;

function giveToUser(folder: string): void {
  if (isRoot) execFileSync('chown', ['-R', `${USER}:${USER}`, folder]);
}

/** Runs the command as somebody whom modes bind: root passes them all. */
function rungAsUser(folder: string, args: string[]) {
  const as = isRoot ? { uid: USER, gid: USER } : {};
  const home = join(folder, 'journal.sqlite');
  const cli = join(builtFolder, 'cli.js');
  return spawnSync(process.execPath, [cli, '--journal', home, ...args], {
    ...as,
    encoding: 'utf8',
    env: { ...process.env, RUNG_HOME: '/proc/no-home', NODE_DISABLE_COMPILE_CACHE: '1' },
  });
}

function isOwnedByUser(name: string): boolean {
  return statSync(join(tmpdir(), name)).uid === (isRoot ? USER : process.getuid?.());
}

function canMount(): boolean {
  if (!isRoot) return false;
  const folder = temporaryFolder();
  if (spawnSync('mount', ['--bind', folder, folder]).status !== 0) return false;
  execFileSync('umount', [folder]);
  return true;
}

async function makeNewer(change?: (db: Database.Database) => void) {
  const { core, path, folder, request } = await openTestJournal();
  await request('entries.create', win());
  core.close();
  const db = new Database(path);
  db.exec('CREATE TABLE moods (day TEXT PRIMARY KEY, mood TEXT)');
  change?.(db);
  db.pragma(`user_version = ${schemaToUserVersion({ schema: 9, floor: 9 })}`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec("INSERT INTO moods VALUES ('2026-11-24', 'calm')");
  for (const end of ['', '-wal']) cpSync(path + end, `${path}.kept${end}`);
  db.close();
  for (const end of ['', '-wal']) renameSync(`${path}.kept${end}`, path + end);
  return { path, folder };
}

function folderWithFile(folder: string): string {
  const file = join(folder, 'home');
  writeFileSync(file, '');
  return file;
}

/** Every file of the folder but the list of known journals, with its bytes. */
function fingerprint(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
