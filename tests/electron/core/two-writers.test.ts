import { describe, expect, it } from 'vitest';
import { openCli } from '../../helpers/cli.ts';
import { openTestJournal, win } from '../../helpers/core.ts';

describe('a journal that the app and the command have open', () => {
  it('takes the writes of both, and each sees what the other wrote', async () => {
    const app = await openTestJournal();
    const cli = openCli({ home: app.folder });
    await app.request('entries.create', win({ title: 'by the app' }));
    const before = await app.request('journal.version', {});
    const many = Array.from({ length: 40 }, (_, n) => app.request('entries.create', win({ title: `app ${n}` })));
    const [added] = await Promise.all([cli.rung(['add', 'by the command']), ...many]);
    expect(added.code).toBe(0);
    expect(await app.request('journal.version', {})).not.toEqual(before);
    const titles = (await app.request('entries.list', { limit: 100 })).entries.map((entry) => entry.title);
    expect(titles).toHaveLength(42);
    expect(titles).toContain('by the command');
    expect(await cli.json(['list', '--all'])).toHaveLength(42);
  });

  it('keeps both texts when the command changed an entry that the app had open', async () => {
    const app = await openTestJournal();
    const cli = openCli({ home: app.folder });
    const { id } = await app.request('entries.create', win({ title: 'first' }));
    await cli.rung(['edit', id, '--title', 'by the command']);
    const content = { kind: 'win' as const, title: 'by the app', occurredOn: '2026-09-14' };
    await expect(app.request('entries.update', { id, baseRevision: 1, content })).rejects.toMatchObject({
      code: 'conflict',
    });
    const titles = (await app.request('entries.history', { id })).map((revision) => revision.content.title);
    expect(titles).toEqual(['by the app', 'by the command', 'first']);
  });

  it('says that it has not changed when nothing was written', async () => {
    const { request } = await openTestJournal();
    const before = await request('journal.version', {});
    await request('entries.list', {});
    expect(await request('journal.version', {})).toEqual(before);
  });
});
