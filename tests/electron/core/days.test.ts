import { describe, expect, it } from 'vitest';
import { openTestJournal, stoppedClock, win } from '../../helpers/core.ts';

describe('the days of a journal', () => {
  it('hold their entries and their mark', async () => {
    const { request } = await openTestJournal();
    const [first] = await request('entries.createMany', [win(), win(), win({ occurredOn: '2026-09-16' })]);
    await request('entries.trash', { id: first!.id });
    await request('days.mark', { day: '2026-09-15', mark: 'others' });
    await request('days.mark', { day: '2026-09-14', mark: 'own' });
    await request('days.mark', { day: '2026-09-14', mark: null });
    expect(await request('days.list', { from: '2026-09-14', to: '2026-09-17' })).toEqual([
      { day: '2026-09-14', entries: 1, mark: null },
      { day: '2026-09-15', entries: 0, mark: 'others' },
      { day: '2026-09-16', entries: 1, mark: null },
      { day: '2026-09-17', entries: 0, mark: null },
    ]);
  });

  it('can lie before 1970', async () => {
    const { request } = await openTestJournal();
    await request('entries.create', win({ occurredOn: '1969-12-31' }));
    expect(await request('days.list', { from: '1969-12-30', to: '1970-01-01' })).toMatchObject([
      { entries: 0 },
      { entries: 1 },
      { entries: 0 },
    ]);
  });
});

describe('period marks', () => {
  it('are added, changed and taken away', async () => {
    const { request } = await openTestJournal();
    const leave = await request('periods.save', { kind: 'leave', from: '2026-08-01', to: '2026-08-20' });
    await request('periods.save', { ...leave, note: 'parental leave' });
    await request('periods.save', { kind: 'freeze', from: '2026-12-20', to: '2027-01-03' });
    expect(await request('periods.list', {})).toMatchObject([{ kind: 'freeze' }, { ...leave, note: 'parental leave' }]);
    await request('periods.remove', { id: leave.id });
    expect(await request('periods.list', {})).toMatchObject([{ kind: 'freeze' }]);
    await expect(
      request('periods.save', { kind: 'leave', from: '2026-08-20', to: '2026-08-01' }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });
});

// 2026-11-24 is a Tuesday.
describe('the reminder', () => {
  const atSix = '2026-11-24T18:00:00.000Z';

  it('is off until it is turned on', async () => {
    const { request } = await openTestJournal({ clock: stoppedClock(atSix) });
    expect(await request('reminder.due', {})).toBeNull();
    await request('reminder.save', { isOn: true });
    expect(await request('reminder.due', {})).toEqual({
      text: 'What did you ship, fix, decide or help with today?',
      criterionId: null,
    });
  });

  it.each([
    ['before its time', { time: '18:01' }],
    ['on a day off', { workDays: [1, 3, 4, 5] }],
  ])('does not come %s', async (_, reminder) => {
    const { request } = await openTestJournal({ clock: stoppedClock(atSix) });
    await request('reminder.save', { isOn: true, ...reminder });
    expect(await request('reminder.due', {})).toBeNull();
  });

  it('does not come once something was logged, nor during a leave', async () => {
    const { request } = await openTestJournal({ clock: stoppedClock(atSix) });
    await request('reminder.save', { isOn: true });
    const { id } = await request('entries.create', win({ occurredOn: '2026-11-24' }));
    expect(await request('reminder.due', {})).toBeNull();
    await request('entries.trash', { id });
    expect(await request('reminder.due', {})).not.toBeNull();
    await request('periods.save', { kind: 'leave', from: '2026-11-20', to: '2026-11-24' });
    expect(await request('reminder.due', {})).toBeNull();
  });

  it('comes once a day, and again after it was put off', async () => {
    const clock = stoppedClock(atSix);
    const { request } = await openTestJournal({ clock });
    await request('reminder.save', { isOn: true });
    await request('reminder.snooze', { minutes: 30 });
    expect(await request('reminder.due', {})).toBeNull();
    clock.set('2026-11-24T18:31:00.000Z');
    expect(await request('reminder.due', {})).not.toBeNull();
    await request('reminder.shown', {});
    expect(await request('reminder.due', {})).toBeNull();
    clock.set('2026-11-25T18:00:00.000Z');
    expect(await request('reminder.due', {})).not.toBeNull();
  });

  it('asks about the criterion with the least evidence when told to', async () => {
    const { request } = await openTestJournal({ clock: stoppedClock(atSix) });
    const rubric = await request('rubric.get', {});
    const criteria = [...rubric.pillars.flatMap((pillar) => pillar.criteria), ...rubric.ground.criteria];
    const evidence = criteria.filter(({ id }) => id !== 'coordination').map(({ id }) => ({ criterionId: id }));
    await request('entries.create', win({ evidence }));
    await request('reminder.save', { isOn: true, asksQuestion: true });
    const due = await request('reminder.due', {});
    expect(due?.criterionId).toBe('coordination');
    expect(criteria.find(({ id }) => id === 'coordination')?.questions).toContain(due?.text);
  });
});

describe('the signal questions', () => {
  it('come two a week in turn, until all seven have come, once they are turned on', async () => {
    const clock = stoppedClock('2026-11-23T09:00:00.000Z');
    const { request } = await openTestJournal({ clock });
    expect(await request('signals.due', {})).toEqual([]);
    await request('reminder.save', { asksSignals: true });
    const seen = new Set<string>();
    for (const monday of ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']) {
      clock.set(`${monday}T09:00:00.000Z`);
      const due = await request('signals.due', {});
      expect(due).toHaveLength(2);
      for (const { id } of due) seen.add(id);
    }
    expect(seen.size).toBe(7);
  });

  it('go once they are answered, and the answer stays', async () => {
    const { request } = await openTestJournal();
    await request('reminder.save', { asksSignals: true });
    const [first, second] = await request('signals.due', {});
    const { id: entryId } = await request('entries.create', win());
    await request('signals.answer', { signalId: first!.id, answer: 'yes', entryId });
    expect(await request('signals.due', {})).toEqual([second]);
    expect(await request('signals.history', {})).toEqual([
      { signalId: first!.id, answeredOn: '2026-11-24', answer: 'yes', entryId },
    ]);
  });
});
