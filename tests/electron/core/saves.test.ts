import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openTestJournal, stoppedClock, win } from '../../helpers/core.ts';

describe('a save', () => {
  it('adds a version and leaves the earlier ones as they were', async () => {
    const clock = stoppedClock();
    const { request } = await openTestJournal({ clock });
    const { id } = await request('entries.create', win({ title: 'first' }));
    clock.set('2026-11-25T10:00:00.000Z');
    const saved = await request('entries.update', {
      id,
      baseRevision: 1,
      content: { kind: 'win', title: 'second', occurredOn: '2026-09-14' },
    });
    expect(saved).toMatchObject({
      title: 'second',
      revision: 2,
      createdAt: '2026-11-24T09:00:00.000Z',
      updatedAt: '2026-11-25T10:00:00.000Z',
    });
    const history = await request('entries.history', { id });
    expect(history.map(({ number, isCurrent, content }) => [number, isCurrent, content.title])).toEqual([
      [2, true, 'second'],
      [1, false, 'first'],
    ]);
  });

  it('on a stale version keeps both texts and says so', async () => {
    const { request } = await openTestJournal();
    const { id } = await request('entries.create', win({ title: 'first' }));
    const save = (title: string, baseRevision: number) =>
      request('entries.update', { id, baseRevision, content: { kind: 'win', title, occurredOn: '2026-09-14' } });
    await save('theirs', 1);
    await expect(save('mine', 1)).rejects.toMatchObject({ code: 'conflict' });
    expect((await request('entries.get', { id })).title).toBe('theirs');
    const history = await request('entries.history', { id });
    expect(history.map(({ content, isCurrent, base }) => [content.title, isCurrent, base])).toEqual([
      ['mine', false, 1],
      ['theirs', true, 1],
      ['first', false, null],
    ]);
    expect(await save('mine after all', 2)).toMatchObject({ title: 'mine after all', revision: 4 });
  });

  it('that moves an entry to another day takes its evidence, tags and people along', async () => {
    const { request } = await openTestJournal();
    const { id } = await request(
      'entries.create',
      win({ tags: ['a'], people: ['Ana'], evidence: [{ criterionId: 'architecture', strong: true }] }),
    );
    await request('entries.create', win({ title: 'other', occurredOn: '2026-10-01' }));
    const content = { kind: 'win' as const, title: 'moved', occurredOn: '2026-10-01', tags: ['a'], people: ['Ana'] };
    const saved = await request('entries.update', { id, baseRevision: 1, content });
    expect(saved.evidence).toEqual([{ criterionId: 'architecture', state: 'confirmed', strong: true }]);
    for (const query of [
      { tag: 'a' },
      { person: 'Ana' },
      { criterionId: 'architecture' },
      { from: '2026-10-01', limit: 1 },
    ]) {
      expect((await request('entries.list', query)).entries.map((entry) => entry.title)).toEqual(['moved']);
    }
  });

  it('never moves an entry within its day', async () => {
    const { request } = await openTestJournal();
    const [first] = await request('entries.createMany', [win({ title: 'a' }), win({ title: 'b' })]);
    await request('entries.update', {
      id: first!.id,
      baseRevision: 1,
      content: { kind: 'win', title: 'a2', occurredOn: '2026-09-14' },
    });
    expect((await request('entries.list', {})).entries.map((entry) => entry.title)).toEqual(['b', 'a2']);
  });
});

describe('the trash', () => {
  it('holds an entry whole until it is restored', async () => {
    const { request } = await openTestJournal();
    const created = await request('entries.create', win({ evidence: [{ criterionId: 'architecture' }] }));
    await request('entries.trash', { id: created.id });
    expect((await request('entries.list', {})).entries).toEqual([]);
    expect((await request('entries.list', { trashed: true })).entries.map((entry) => entry.id)).toEqual([created.id]);
    expect((await request('coverage.get', {})).criteria.every((criterion) => criterion.entries === 0)).toBe(true);
    expect(await request('entries.restore', { id: created.id })).toEqual(created);
    expect((await request('entries.list', {})).entries).toEqual([created]);
  });
});

describe('saved versions on the disk', () => {
  it('cannot be changed or deleted while their entry is there', async () => {
    const { request, path } = await openTestJournal();
    await request('entries.create', win());
    const db = new Database(path);
    expect(() => db.exec("UPDATE revisions SET content = 'x'")).toThrow('never changed');
    expect(() => db.exec('DELETE FROM revisions')).toThrow('only with its entry');
    db.close();
  });

  it('that were changed behind the back of the journal are never served', async () => {
    const { request, path } = await openTestJournal();
    const { id } = await request('entries.create', win());
    const db = new Database(path);
    db.exec("DROP TRIGGER revisions_are_never_changed; UPDATE revisions SET content = replace(content, '420', '999')");
    db.close();
    await expect(request('entries.get', { id })).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining('damaged'),
    });
    const checks = await request('journal.check', {});
    expect(checks.filter((check) => !check.isOk).map((check) => check.id)).toEqual(['versions']);
  });
});
