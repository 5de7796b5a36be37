import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../helpers/core.ts';

describe('evidence', () => {
  it('is confirmed, marked strong, dismissed and taken away', async () => {
    const { request } = await openTestJournal();
    const { id: entryId } = await request('entries.create', win());
    const link = { entryId, criterionId: 'architecture' };
    const confirmed = await request('evidence.set', link);
    const strong = await request('evidence.set', { ...link, strong: true });
    const dismissed = await request('evidence.set', { ...link, state: 'dismissed', strong: true });
    const removed = await request('evidence.remove', link);
    expect([confirmed, strong, dismissed, removed].map((entry) => entry.evidence)).toEqual([
      [{ criterionId: 'architecture', state: 'confirmed', strong: false }],
      [{ criterionId: 'architecture', state: 'confirmed', strong: true }],
      [{ criterionId: 'architecture', state: 'dismissed', strong: false }],
      [],
    ]);
  });

  it('refuses a criterion the rubric does not have and an entry that is not there', async () => {
    const { request } = await openTestJournal();
    const { id: entryId } = await request('entries.create', win());
    await expect(request('evidence.set', { entryId, criterionId: 'heroism' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const nobody = '01a20c30-44c2-72d7-a708-3d181df3f8df';
    await expect(request('evidence.set', { entryId: nobody, criterionId: 'architecture' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('coverage of a journal', () => {
  it('counts confirmed evidence of finished entries outside the trash only', async () => {
    const { request } = await openTestJournal();
    const proven = {
      result: 'r',
      links: ['https://a.example'],
      evidence: [{ criterionId: 'architecture', strong: true }],
    };
    const [first, , , suggested] = await request('entries.createMany', [
      win({ ...proven, occurredOn: '2026-03-31' }),
      win({ ...proven, occurredOn: '2026-04-01' }),
      win({ ...proven, occurredOn: '2026-04-02', status: 'doing' }),
      win({ title: 'only suggested' }),
    ]);
    await request('evidence.set', { entryId: suggested!.id, criterionId: 'architecture', state: 'suggested' });
    const read = async () =>
      (await request('coverage.get', {})).criteria.find((one) => one.criterionId === 'architecture');
    expect(await read()).toMatchObject({
      coverage: 'some',
      entries: 3,
      finished: 2,
      proven: 2,
      strong: 3,
      lastOn: '2026-04-02',
    });
    await request('evidence.set', { entryId: suggested!.id, criterionId: 'architecture' });
    expect(await read()).toMatchObject({ coverage: 'shown', entries: 4, finished: 3, next: [] });
    await request('entries.trash', { id: first!.id });
    expect(await read()).toMatchObject({ coverage: 'some', entries: 3 });
  });

  it('takes a number as a result and a witness as a proof', async () => {
    const { request } = await openTestJournal();
    const fields = {
      metrics: [{ label: 'p99', before: 2, after: 1 }],
      people: [{ name: 'Ana', part: 'witness' as const }],
    };
    await request('entries.create', win({ ...fields, evidence: [{ criterionId: 'architecture' }] }));
    expect((await request('coverage.get', {})).criteria[0]).toMatchObject({ criterionId: 'architecture', proven: 1 });
  });
});
