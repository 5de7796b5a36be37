import { parse } from 'chrono-node/en';
import { addDays, type Day } from '../domain/day.ts';

/** The day in the past (today included) that a phrase means, or null. `today` is the day on the user's wall. */
export function readDate(phrase: string, today: Day): Day | null {
  const [year = 0, month = 0, date = 0] = today.split('-').map(Number);
  // Noon, so that no change of the clocks can move the day.
  const [found] = parse(phrase, new Date(year, month - 1, date, 12));
  if (!found || found.text.length !== phrase.length) return null;
  const { start } = found;
  const day = partsToDay(start.get('year'), start.get('month'), start.get('day'));
  if (!day) return null;
  return day <= today ? day : toPast(day, today, start);
}

/** What was logged has happened: "on Friday" is the Friday before, "20 Dec" that of last year. A full date ahead is no date of an entry. */
function toPast(day: Day, today: Day, start: { isCertain(part: 'year' | 'weekday'): boolean }): Day | null {
  if (start.isCertain('year')) return null;
  const earlier = start.isCertain('weekday') ? addDays(day, -7) : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return earlier <= today ? earlier : null;
}

function partsToDay(year: number | null, month: number | null, date: number | null): Day | null {
  if (year === null || month === null || date === null) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
