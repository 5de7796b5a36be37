import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestCore, openTestJournal, temporaryFolder, win } from '../../helpers/core.ts';

// What `npm run faults` found once, each as a case of its own.
describe('a journal after a power cut', () => {
  it('opens when the log was being carried over: the file is shorter than its header says, and the log has the rest', async () => {
    const { request, core, path } = await openTestJournal();
    await request('entries.create', win({ title: 'Before', body: 'x'.repeat(50_000) }));
    const cut = join(temporaryFolder(), 'journal.sqlite');
    copyFileSync(path, cut);
    copyFileSync(`${path}-wal`, `${cut}-wal`);
    core.close();
    // Of all the pages that are carried over only the first arrived.
    const file = Buffer.concat([readFileSync(path).subarray(0, 8_192), readFileSync(cut).subarray(8_192)]);
    expect(file.length).toBeLessThan(readFileSync(path).length);
    writeFileSync(cut, file);

    const after = openTestCore({ folder: join(cut, '..') });
    expect((await after.request('entries.list', {})).entries.map(({ title }) => title)).toEqual(['Before']);
    expect((await after.request('journal.check', {})).filter(({ isOk }) => !isOk)).toEqual([]);
  });

  it('opens with what was being made beside it gone, if nobody makes it any more', async () => {
    const { request, core, path, folder } = await openTestJournal();
    await request('entries.create', win());
    core.close();
    const dead = 2 ** 22 + 1;
    for (const end of ['new-', 'new-', 'arriving-']) writeFileSync(`${path}.${end}${dead}`, 'half');
    writeFileSync(`${path}.new-${dead}-wal`, 'half');
    writeFileSync(`${path}.new-${process.ppid}`, 'somebody is at it');

    await openTestCore({ folder }).request('journal.status', {});
    expect(readdirSync(folder).filter((name) => /new-|arriving-/.test(name))).toEqual([
      `journal.sqlite.new-${process.ppid}`,
    ]);
  });

  it('opens under its one name when it was given a second one and nothing came after', async () => {
    const { request, core, path, folder } = await openTestJournal();
    await request('entries.create', win({ title: 'Kept' }));
    core.close();
    linkSync(path, `${path}.replaced-2026-11-24T09-00-00-000Z`);

    const after = openTestCore({ folder });
    expect((await after.request('entries.list', {})).entries.map(({ title }) => title)).toEqual(['Kept']);
    expect(existsSync(`${path}.replaced-2026-11-24T09-00-00-000Z`)).toBe(false);
  });
});

describe('a text that was changed on the disk', () => {
  it('is served by no list, no search and no packet', async () => {
    const { request, core, path, folder } = await openTestJournal();
    const body = 'The cache was cold at night. '.repeat(5);
    const { id } = await request('entries.create', win({ title: 'Cut p99', body }));
    core.close();
    const bytes = readFileSync(path);
    bytes[bytes.indexOf(body)]! ^= 1;
    writeFileSync(path, bytes);

    const after = openTestCore({ folder });
    const asked = [
      after.request('entries.list', {}),
      after.request('find.entries', { query: 'p99' }),
      after.request('entries.get', { id }),
      after.request('packet.export', { audience: 'self' }),
    ];
    for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: 'storage' });
  });
});

describe('what the disk refuses', () => {
  it('is told in words, and never as a bug', async () => {
    const { core, folder } = await openTestJournal();
    writeFileSync(join(folder, 'backups'), 'a file where a folder has to be');
    const reply = await core.serve('backups.make', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'storage' } });
  });
});
