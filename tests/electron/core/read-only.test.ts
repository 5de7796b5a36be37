import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeReadingCopy, sweepReadingCopies } from '../../../electron/core/place/reading-copy.ts';
import { builtFolder } from '../../helpers/build-node.ts';
import { openTestJournal, temporaryFolder, win } from '../../helpers/core.ts';
import { leaveLog } from '../../helpers/damage.ts';
import { fingerprint, LOCAL, openAt } from '../../helpers/places.ts';

describe('a journal that can only be read', () => {
  const places: [string, (folder: string) => void][] = [
    ['in a folder without write permission', (folder) => chmodSync(folder, 0o555)],
    ['in a file without write permission', (folder) => chmodSync(join(folder, 'journal.sqlite'), 0o444)],
    ['beside a log without write permission', protectLog],
  ];
  it.each(places)(
    '%s is read in full and refuses every write, as an ordinary user',
    async (_, restrict) => {
      const folder = await makeReadableJournal();
      restrict(folder);
      onTestFinished(() => chmodSync(folder, 0o755));
      const before = fingerprint(folder);
      const read = (...args: string[]) => rungAsUser(folder, args);
      // Nine starts of the command: seconds on a machine that does other things too.
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
        expect(read(...write)).toMatchObject({ status: 1 });
      }
      expect(read('add', 'win Not here').stderr).toMatch(/can only be read.*Nothing was saved/s);
      expect(fingerprint(folder)).toEqual(before);
      expect(readdirSync(tmpdir()).filter((name) => name.startsWith('rung-reading-') && isOwnedByUser(name))).toEqual(
        [],
      );
    },
    60_000,
  );

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
function protectLog(folder: string): void {
  const path = join(folder, 'journal.sqlite');
  leaveLog(path);
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
