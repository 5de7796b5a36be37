import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../helpers/core.ts';

const taught = (title: string) => ({
  kind: 'help' as const,
  title,
  mode: 'teaching' as const,
  occurredOn: '2026-09-14',
});

describe('the queue of suggestions', () => {
  it('holds what the rules suggest and nobody has decided about, newest first, and confirms nothing', async () => {
    const { request } = await openTestJournal();
    await request('entries.create', taught('Older'));
    await request('entries.create', win({ title: 'Nothing to suggest' }));
    const { id } = await request('entries.create', { ...taught('Newer'), occurredOn: '2026-09-15' });

    const { items, nextBefore } = await request('review.list', {});
    expect(items.map(({ entry, suggestions }) => [entry.title, suggestions])).toEqual([
      ['Newer', [{ criterionId: 'teaching', reasons: ['Help that explains'] }]],
      ['Older', [{ criterionId: 'teaching', reasons: ['Help that explains'] }]],
    ]);
    expect(nextBefore).toBeNull();
    expect((await request('entries.get', { id })).evidence).toEqual([]);
    expect(await request('review.count', {})).toEqual({ entries: 2 });
  });

  it('lets go of what was confirmed or dismissed, and of nothing else', async () => {
    const { request } = await openTestJournal();
    const titles = async () => (await request('review.list', {})).items.map(({ entry }) => entry.title);
    const first = await request('entries.create', taught('First'));
    const second = await request('entries.create', taught('Second'));
    await request('evidence.set', { entryId: first.id, criterionId: 'teaching', state: 'dismissed' });
    expect(await titles()).toEqual(['Second']);
    await request('evidence.set', { entryId: second.id, criterionId: 'mentoring' });
    expect(await titles()).toEqual(['Second']);
    await request('evidence.set', { entryId: second.id, criterionId: 'teaching' });
    expect(await titles()).toEqual([]);
    await request('evidence.remove', { entryId: first.id, criterionId: 'teaching' });
    expect(await titles()).toEqual(['First']);
  });

  it('takes suggestions made by hand, and leaves out sealed entries, the trash and what is switched off', async () => {
    const { request } = await openTestJournal();
    const byHand = await request('entries.create', win({ title: 'By hand' }));
    await request('evidence.set', { entryId: byHand.id, criterionId: 'mentoring', state: 'suggested' });
    await request('entries.create', { ...taught('Sealed'), visibility: 'sealed' });
    const trashed = await request('entries.create', taught('Trashed'));
    await request('entries.trash', { id: trashed.id });
    const found = async () => (await request('review.list', {})).items.map(({ entry }) => entry.title);

    expect(await found()).toEqual(['By hand']);
    await request('criteria.mark', { criterionId: 'mentoring', isOff: true, noOpportunitySince: null, note: '' });
    expect(await found()).toEqual([]);
  });

  it('comes in pages that miss nothing, however many entries without suggestions lie between', async () => {
    const { request } = await openTestJournal();
    const drafts = Array.from({ length: 450 }, (_, n) =>
      n % 100 === 0 ? taught(`Taught ${n}`) : win({ title: `Win ${n}` }),
    );
    await request('entries.createMany', drafts);
    const seen: string[] = [];
    let before: number | undefined;
    do {
      const { items, nextBefore } = await request('review.list', { limit: 2, before });
      seen.push(...items.map(({ entry }) => entry.title));
      before = nextBefore ?? undefined;
    } while (before !== undefined);
    expect(seen.toSorted()).toEqual([0, 100, 200, 300, 400].map((n) => `Taught ${n}`).toSorted());
  });
});
