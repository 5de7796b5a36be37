import { instantToDay, type Day } from '../../shared/domain/day.ts';

/** What the time is. Tests hand in their own. */
export interface Clock {
  /** UTC, ISO 8601 with milliseconds. */
  now(): string;
  /** The calendar day on the wall, in this process's time zone. */
  today(): Day;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => instantToDay(new Date()),
};
