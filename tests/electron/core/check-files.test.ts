import { appendFileSync, chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestJournal } from '../../helpers/core.ts';

const isWindows = process.platform === 'win32';

describe('the check of the files', () => {
  it.skipIf(isWindows)('sees files that others may read, and repair closes them', async () => {
    const { request, path, folder } = await openTestJournal();
    const { name } = await request('backups.make', {});
    chmodSync(path, 0o644);
    chmodSync(join(folder, 'backups'), 0o755);
    chmodSync(join(folder, 'backups', name), 0o640);
    const before = (await request('journal.check', {})).filter(({ isOk }) => !isOk);
    expect(before).toEqual([{ id: 'private', isOk: false, message: expect.stringContaining(name) }]);

    expect((await request('journal.repair', {})).filter(({ isOk }) => !isOk)).toEqual([]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'backups')).mode & 0o777).toBe(0o700);
  });

  it.skipIf(isWindows)('finds every file closed to others, whatever the umask', async () => {
    for (const umask of [0o000, 0o077]) {
      const before = process.umask(umask);
      try {
        const { request } = await openTestJournal();
        await request('backups.make', {});
        expect((await request('journal.check', {})).filter(({ isOk }) => !isOk)).toEqual([]);
      } finally {
        process.umask(before);
      }
    }
  });

  it('sees a backup of the same length that is not as it was made', async () => {
    const { request, folder } = await openTestJournal();
    const { name, bytes } = await request('backups.make', {});
    writeFileSync(join(folder, 'backups', name), Buffer.alloc(bytes));
    const wrong = (await request('journal.check', {})).filter(({ isOk }) => !isOk);
    expect(wrong).toEqual([{ id: 'backups', isOk: false, message: expect.stringContaining(name) }]);
  });

  it('tells of what is kept aside, which is no fault', async () => {
    const { request, path } = await openTestJournal();
    appendFileSync(`${path}.replaced-2026-11-24`, '');
    const aside = (await request('journal.check', {})).find(({ id }) => id === 'aside');
    expect(aside).toEqual({ id: 'aside', isOk: true, message: 'Kept aside: journal.sqlite.replaced-2026-11-24.' });
  });
});
