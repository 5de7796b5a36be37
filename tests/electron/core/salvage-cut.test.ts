import { copyFileSync, existsSync, linkSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keepAside, putInPlace } from '../../../electron/core/salvage/move-aside.ts';
import { openTestCore } from '../../helpers/core.ts';
import { leaveLog, makeJournal } from '../../helpers/damage.ts';

describe('a rescue that is cut off', () => {
  /** What may have been done when the power went, step by step. */
  const cuts: [string, (path: string, arriving: string) => void][] = [
    ['with the note written', keepNote],
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
