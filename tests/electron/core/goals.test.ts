import { describe, expect, it } from 'vitest';
import { findCriterionCoverage } from '../../../shared/domain/coverage.ts';
import { openTestJournal, stoppedClock, win } from '../../helpers/core.ts';

const goal = { criterionId: 'mentoring', title: 'Take somebody through their first on-call week' };

describe('goals', () => {
  it('are set on a criterion, moved by entries, and looked back on', async () => {
    const clock = stoppedClock();
    const { request } = await openTestJournal({ clock });
    const { id } = await request('goals.save', { ...goal, nextAction: 'Ask Noor', dueOn: '2026-12-18' });
    const entry = await request('entries.create', win({ title: 'Shadowed Noor' }));
    await request('goals.link', { id, entryId: entry.id, isLinked: true });
    clock.set('2026-12-18T09:00:00.000Z');
    await request('goals.review', {
      id,
      state: 'reached',
      note: 'Noor carried the pager alone.',
      nextAction: '',
      dueOn: null,
    });

    expect(await request('goals.list', {})).toEqual([
      {
        id,
        ...goal,
        nextAction: '',
        dueOn: null,
        state: 'reached',
        setOn: '2026-11-24',
        entries: [{ id: entry.id, title: 'Shadowed Noor', occurredOn: '2026-09-14' }],
        reviews: [{ reviewedOn: '2026-12-18', state: 'reached', note: 'Noor carried the pager alone.' }],
      },
    ]);
  });

  it('come open first, by due date', async () => {
    const { request } = await openTestJournal();
    const { id } = await request('goals.save', { ...goal, title: 'dropped', dueOn: '2026-01-01' });
    await request('goals.save', { ...goal, title: 'some day' });
    await request('goals.save', { ...goal, title: 'late', dueOn: '2027-01-01' });
    await request('goals.save', { ...goal, title: 'soon', dueOn: '2026-12-01' });
    await request('goals.review', { id, state: 'dropped', note: '', nextAction: '', dueOn: null });

    expect((await request('goals.list', {})).map(({ title }) => title)).toEqual([
      'soon',
      'late',
      'some day',
      'dropped',
    ]);
  });

  it('are what the criterion that goals feed is covered by', async () => {
    const { request } = await openTestJournal();
    const { id } = await request('goals.save', goal);
    await request('goals.save', { ...goal, title: 'Second' });
    await request('goals.review', { id, state: 'changed', note: 'Too wide.', nextAction: '', dueOn: null });

    const { entries, finished, coverage } = findCriterionCoverage(await request('coverage.get', {}), 'own-career');
    expect({ entries, finished, coverage }).toEqual({ entries: 2, finished: 1, coverage: 'some' });
  });

  it('lose an entry that is in the trash, and have it again when it is back', async () => {
    const { request } = await openTestJournal();
    const { id } = await request('goals.save', goal);
    const entry = await request('entries.create', win());
    await request('goals.link', { id, entryId: entry.id, isLinked: true });
    const linked = async () => (await request('goals.list', {}))[0]?.entries.length;

    await request('entries.trash', { id: entry.id });
    expect(await linked()).toBe(0);
    await request('entries.restore', { id: entry.id });
    expect(await linked()).toBe(1);
  });

  it('are refused on a criterion that is not there, and gone once removed', async () => {
    const { request } = await openTestJournal();
    await expect(request('goals.save', { ...goal, criterionId: 'nope' })).rejects.toMatchObject({ code: 'invalid' });
    const { id } = await request('goals.save', goal);
    await request('goals.remove', { id });
    expect(await request('goals.list', {})).toEqual([]);
    await expect(request('goals.remove', { id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what is said about criteria beside evidence', () => {
  it('is kept, reaches coverage, and goes when it says nothing any more', async () => {
    const { request } = await openTestJournal();
    const mark = { criterionId: 'teaching', isOff: false, noOpportunitySince: '2026-06-01', note: 'A team of one' };
    await request('criteria.mark', mark);
    await request('criteria.mark', { ...mark, criterionId: 'mentoring', isOff: true });

    expect(await request('criteria.marks', {})).toHaveLength(2);
    const coverage = await request('coverage.get', {});
    expect([
      findCriterionCoverage(coverage, 'teaching').noOpportunitySince,
      findCriterionCoverage(coverage, 'mentoring').isOff,
    ]).toEqual(['2026-06-01', true]);
    await request('criteria.mark', { ...mark, noOpportunitySince: null, note: '' });
    expect((await request('criteria.marks', {})).map(({ criterionId }) => criterionId)).toEqual(['mentoring']);
  });

  it('keeps a criterion that is switched off out of a packet', async () => {
    const { request } = await openTestJournal();
    const { id } = await request('entries.create', win({ visibility: 'shareable' }));
    await request('evidence.set', { entryId: id, criterionId: 'hard-problems' });
    const isIn = async () =>
      (await request('packet.export', { audience: 'manager' })).markdown.includes('Hard problems');
    expect(await isIn()).toBe(true);
    await request('criteria.mark', { criterionId: 'hard-problems', isOff: true, noOpportunitySince: null, note: '' });
    expect(await isIn()).toBe(false);
  });

  it('names at most two criteria a quarter', async () => {
    const { request } = await openTestJournal();
    const quarter = '2026-Q4';
    await request('focus.set', { quarter, criterionIds: ['teaching', 'mentoring'] });
    expect(await request('focus.get', { quarter })).toEqual({ criterionIds: ['mentoring', 'teaching'] });
    expect(await request('focus.get', { quarter: '2027-Q1' })).toEqual({ criterionIds: [] });
    await expect(
      request('focus.set', { quarter, criterionIds: ['teaching', 'mentoring', 'decomposition'] }),
    ).rejects.toThrow('A quarter has at most 2 criteria in focus.');
  });
});
