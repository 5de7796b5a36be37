import { instantToDay, type Day } from '../../shared/domain/day.ts';

/** What the time is. Tests hand in their own. */
export interface Clock {
  /** UTC, ISO 8601 with milliseconds. */
  now(): string;
  /** The calendar day on the wall, in this process's time zone. */
  today(): Day;
  /** The time of day on the wall, `HH:MM`. */
  time(): string;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => instantToDay(new Date()),
  time: () => instantToTime(new Date()),
};

function instantToTime(instant: Date): string {
  return `${String(instant.getHours()).padStart(2, '0')}:${String(instant.getMinutes()).padStart(2, '0')}`;
}
