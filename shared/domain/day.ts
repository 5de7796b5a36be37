const MILLISECONDS_A_DAY = 86_400_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A calendar day as the user wrote it, `YYYY-MM-DD`: text, never an instant, so no time zone can move it. */
export type Day = string;

/** Whether the text is an existing calendar day from 1000-01-01 to 9999-12-31, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, date] = DAY_PATTERN.exec(text) ?? [];
  if (!year || !month || !date || year < '1000') return false;
  return numberToDay(Date.UTC(Number(year), Number(month) - 1, Number(date)) / MILLISECONDS_A_DAY) === text;
}

/** Days since 1970-01-01; negative before. */
export function dayToNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** The day that lies `number` days after 1970-01-01. */
export function numberToDay(number: number): Day {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The calendar day that the clock on the wall shows at this instant, in this process's time zone. */
export function instantToDay(instant: Date): Day {
  const year = String(instant.getFullYear()).padStart(4, '0');
  const month = String(instant.getMonth() + 1).padStart(2, '0');
  return `${year}-${month}-${String(instant.getDate()).padStart(2, '0')}`;
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return numberToDay(dayToNumber(day) + days);
}

/** The Monday of the day's week (ISO 8601). */
export function dayToWeekStart(day: Day): Day {
  const number = dayToNumber(day);
  return numberToDay(number - ((((number + 3) % 7) + 7) % 7));
}

/** The calendar quarter of a day, as `2026-Q3`. */
export function dayToQuarter(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The next quarter in the calendar, `2026-Q4` → `2027-Q1`. */
export function nextQuarter(quarter: string): string {
  const year = Number(quarter.slice(0, 4));
  return quarter.endsWith('4') ? `${year + 1}-Q1` : `${year}-Q${Number(quarter.slice(6)) + 1}`;
}

/** Every quarter from the first to the last, both included; empty when the last is before the first. */
export function quartersBetween(first: string, last: string): string[] {
  const quarters: string[] = [];
  for (let quarter = first; quarter <= last; quarter = nextQuarter(quarter)) quarters.push(quarter);
  return quarters;
}
