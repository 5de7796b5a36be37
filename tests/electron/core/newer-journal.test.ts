import Database from 'better-sqlite3';
import { cpSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCHEMA, schemaToUserVersion } from '../../../electron/core/db/schema-version.ts';
import { openCli } from '../../helpers/cli.ts';
import { openTestJournal, win } from '../../helpers/core.ts';
import { fingerprint, LOCAL, openAt } from '../../helpers/places.ts';

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
