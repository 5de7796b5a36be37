import fc from 'fast-check';
import { describe, it, expect } from 'vitest';
import {
  addDays,
  dayToNumber,
  dayToQuarter,
  dayToWeekStart,
  instantToDay,
  isDay,
  nextQuarter,
  numberToDay,
  quartersBetween,
} from '../../../shared/domain/day.ts';
import { daySchema } from '../../../shared/domain/day-schema.ts';

const FIRST = dayToNumber('1000-01-01');
const LAST = dayToNumber('9999-12-31');
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(numberToDay);

describe('isDay', () => {
  it.each(['2026-11-24', '2028-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-11-00',
    '0999-12-31',
    '0000-01-01',
    '10000-01-01',
    '2026-1-2',
    '2026/11/24',
    '24.11.2026',
    '2026-11-24T00:00:00Z',
    ' 2026-11-24',
    '2026-11-24\n',
    '2026-W48-2',
    '２０２６-11-24',
  ])('rejects %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('says how a day is written where one is asked for', () => {
    expect(daySchema.safeParse('yesterday').error?.issues[0]?.message).toBe(
      'must be a calendar day written YYYY-MM-DD, for example 2026-09-14',
    );
  });
});

describe('addDays', () => {
  it.each([
    ['2026-11-24', 0, '2026-11-24'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2028-02-29', -365, '2027-03-01'],
    ['2028-02-29', 366, '2029-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('moves %s by %i days to %s', (day, days, moved) => {
    expect(addDays(day, days)).toBe(moved);
  });

  it('does not know summer time: the day after is the day after where clocks change', () => {
    expect(['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'].map((day) => addDays(day, 1))).toEqual([
      '2026-03-29',
      '2026-03-30',
      '2026-10-25',
      '2026-10-26',
    ]);
  });

  it('comes back to the day it started from', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        fc.pre(isDay(numberToDay(dayToNumber(day) + days)));
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });
});

describe('numberToDay and dayToNumber', () => {
  it('count from the first day of 1970', () => {
    expect([dayToNumber('1970-01-01'), dayToNumber('1969-12-31'), dayToNumber('2000-03-01')]).toEqual([0, -1, 11_017]);
  });

  it('are each other’s way back, and keep the order of days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect([numberToDay(dayToNumber(a)), isDay(a), dayToNumber(a) < dayToNumber(b)]).toEqual([a, true, a < b]);
      }),
    );
  });
});

describe('instantToDay', () => {
  it('shows the day of the wall clock, also one minute around midnight', () => {
    expect([
      instantToDay(new Date(2026, 10, 24, 23, 59)),
      instantToDay(new Date(2026, 10, 25, 0, 0)),
      instantToDay(new Date(2028, 1, 29, 12)),
    ]).toEqual(['2026-11-24', '2026-11-25', '2028-02-29']);
  });
});

describe('dayToWeekStart', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
    ['2028-03-01', '2028-02-28'],
    ['1969-12-31', '1969-12-29'],
  ])('finds the Monday of %s on %s', (day, monday) => {
    expect(dayToWeekStart(day)).toBe(monday);
  });
});

describe('dayToQuarter', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-06-30', '2026-Q2'],
    ['2026-07-01', '2026-Q3'],
    ['2026-09-30', '2026-Q3'],
    ['2026-10-01', '2026-Q4'],
    ['2026-12-31', '2026-Q4'],
  ])('puts %s into %s', (day, quarter) => {
    expect(dayToQuarter(day)).toBe(quarter);
  });
});

describe('quartersBetween', () => {
  it('lists both ends and everything between, over the turn of the year', () => {
    expect(quartersBetween('2026-Q3', '2027-Q2')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2']);
  });

  it('is one quarter from a quarter to itself, and none backwards', () => {
    expect([quartersBetween('2026-Q4', '2026-Q4'), quartersBetween('2027-Q1', '2026-Q4')]).toEqual([['2026-Q4'], []]);
  });

  it('moves on by one quarter at a time', () => {
    expect(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map(nextQuarter)).toEqual([
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
    ]);
  });
});
