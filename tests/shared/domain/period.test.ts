import fc from 'fast-check';
import { describe, it, expect } from 'vitest';
import { addDays, dayToNumber, numberToDay } from '../../../shared/domain/day.ts';
import { isInPeriod, periodSchema } from '../../../shared/domain/period.ts';
import { periodPresets, presetToPeriod } from '../../../shared/domain/period-preset.ts';

describe('presetToPeriod', () => {
  it.each([
    ['this-quarter', '2026-11-24', { from: '2026-10-01', to: '2026-11-24' }],
    ['this-quarter', '2026-10-01', { from: '2026-10-01', to: '2026-10-01' }],
    ['this-quarter', '2028-02-29', { from: '2028-01-01', to: '2028-02-29' }],
    ['this-quarter', '2026-06-30', { from: '2026-04-01', to: '2026-06-30' }],
    ['this-half', '2026-06-30', { from: '2026-01-01', to: '2026-06-30' }],
    ['this-half', '2026-07-01', { from: '2026-07-01', to: '2026-07-01' }],
    ['this-half', '2026-12-31', { from: '2026-07-01', to: '2026-12-31' }],
    ['last-half', '2026-06-30', { from: '2025-07-01', to: '2025-12-31' }],
    ['last-half', '2026-07-01', { from: '2026-01-01', to: '2026-06-30' }],
    ['last-half', '2027-01-01', { from: '2026-07-01', to: '2026-12-31' }],
    ['last-12-months', '2026-11-24', { from: '2025-11-25', to: '2026-11-24' }],
    ['last-12-months', '2028-02-29', { from: '2027-03-02', to: '2028-02-29' }],
    ['all', '2026-11-24', {}],
  ] as const)('reads %s on %s', (preset, today, period) => {
    expect(presetToPeriod(preset, today)).toEqual(period);
  });

  it('gives a period that is valid and holds no day to come, whatever day it is', () => {
    const anyDay = fc.integer({ min: dayToNumber('1990-01-01'), max: dayToNumber('2100-12-31') }).map(numberToDay);
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...periodPresets), (today, preset) => {
        const period = presetToPeriod(preset, today);
        expect(periodSchema.parse(period)).toEqual(period);
        expect(preset === 'all' || !isInPeriod(addDays(today, 1), period)).toBe(true);
      }),
    );
  });
});

describe('isInPeriod', () => {
  it('counts both ends, and takes a missing end as open', () => {
    const days = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'];
    const held = (period: Parameters<typeof isInPeriod>[1]) => days.map((day) => isInPeriod(day, period));
    expect([
      held({ from: '2026-10-01', to: '2026-12-31' }),
      held({ from: '2026-10-01' }),
      held({ to: '2026-12-31' }),
      held({}),
    ]).toEqual([
      [false, true, true, false],
      [false, true, true, true],
      [true, true, true, false],
      [true, true, true, true],
    ]);
  });
});

describe('a period', () => {
  it('may be one day, and is refused in words when it ends before it starts', () => {
    expect(periodSchema.safeParse({ from: '2026-11-24', to: '2026-11-24' }).success).toBe(true);
    expect(periodSchema.safeParse({ from: '2026-11-25', to: '2026-11-24' }).error?.issues[0]?.message).toBe(
      'ends before it starts: swap the two days',
    );
  });
});
