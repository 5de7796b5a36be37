import { describe, expect, it } from 'vitest';
import { openDriver } from '../../../electron/core/db/open-driver.ts';
import { openTestJournal, stoppedClock, win } from '../../helpers/core.ts';

const content = (title: string) => ({ kind: 'win' as const, title, occurredOn: '2026-09-14' });

describe('a change of many entries', () => {
  it('happens to all of them', async () => {
    const { request } = await openTestJournal();
    const entries = await request('entries.createMany', [win({ title: 'a' }), win({ title: 'b' })]);
    const saves = entries.map(({ id, title }) => ({
      id,
      baseRevision: 1,
      content: { ...content(title), tags: ['x'] },
    }));
    expect((await request('entries.updateMany', saves)).map(({ tags, revision }) => [tags, revision])).toEqual([
      [['x'], 2],
      [['x'], 2],
    ]);
    const ids = entries.map(({ id }) => id);
    await request('entries.trashMany', { ids });
    expect((await request('entries.list', {})).entries).toEqual([]);
    await request('entries.restoreMany', { ids });
    const links = ids.map((entryId) => ({ entryId, criterionId: 'mentoring' }));
    expect((await request('evidence.setMany', links)).every(({ evidence }) => evidence.length === 1)).toBe(true);
    expect((await request('evidence.removeMany', links)).every(({ evidence }) => evidence.length === 0)).toBe(true);
  });

  it('happens to none when one of them was changed meanwhile', async () => {
    const { request } = await openTestJournal();
    const [a, b] = await request('entries.createMany', [win({ title: 'a' }), win({ title: 'b' })]);
    await request('entries.update', { id: b!.id, baseRevision: 1, content: content('b, changed') });
    const saves = [a!, b!].map(({ id }) => ({ id, baseRevision: 1, content: content('all the same') }));
    await expect(request('entries.updateMany', saves)).rejects.toMatchObject({ code: 'conflict' });
    expect((await request('entries.list', {})).entries.map(({ title }) => title)).toEqual(['b, changed', 'a']);
  });
});

describe('the end of the trash', () => {
  it('comes after 30 days, and takes every version and word of the entry along', async () => {
    const clock = stoppedClock();
    const { core, path, request } = await openTestJournal({ clock });
    const [old, fresh] = await request('entries.createMany', [win({ title: 'zygomorph' }), win({ title: 'fresh' })]);
    await request('entries.update', { id: old!.id, baseRevision: 1, content: content('zygomorph again') });
    await request('entries.trash', { id: old!.id });
    clock.set('2026-12-24T08:59:00.000Z');
    await request('entries.trash', { id: fresh!.id });
    expect(await request('trash.purge', {})).toEqual({ purged: 0, isWiped: true });
    clock.set('2026-12-24T09:01:00.000Z');
    expect(await request('trash.purge', {})).toEqual({ purged: 1, isWiped: true });
    expect((await request('entries.list', { trashed: true })).entries.map(({ title }) => title)).toEqual(['fresh']);
    expect((await request('journal.check', {})).filter(({ isOk }) => !isOk)).toEqual([]);
    core.close();
    const db = openDriver(path);
    expect(db.prepare('SELECT count(*) FROM revisions').pluck().get()).toBe(1);
    db.close();
  });
});

describe('names for completion', () => {
  it('come the most used first, and only while an entry carries them', async () => {
    const { request } = await openTestJournal();
    const [first] = await request('entries.createMany', [
      win({ people: ['Ana', 'Bo'], tags: ['once'] }),
      win({ people: ['Bo'], projects: ['checkout'] }),
    ]);
    expect(await request('names.list', {})).toEqual({ people: ['Bo', 'Ana'], projects: ['checkout'], tags: ['once'] });
    await request('entries.update', { id: first!.id, baseRevision: 1, content: content('nobody') });
    expect(await request('names.list', {})).toEqual({ people: ['Bo'], projects: ['checkout'], tags: [] });
  });
});
