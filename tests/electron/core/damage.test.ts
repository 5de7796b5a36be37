import Database from 'better-sqlite3';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCli } from '../../helpers/cli.ts';
import { openTestCore, stoppedClock, type TestCore } from '../../helpers/core.ts';
import { breakPages, leaveLog, makeJournal, pagesOf } from '../../helpers/damage.ts';

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
      await expect(request(method, {})).rejects.toMatchObject({
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
