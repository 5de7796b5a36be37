const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `2026-09-14` → `14 Sep 2026`. A day is text, not an instant: no time zone can move it. */
export function dayToText(day: string): string {
  const [year, month, date] = splitDay(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** `2026-09-14` → `Mon 14 Sep 2026`. */
export function dayToFullText(day: string): string {
  return `${weekdayOf(day)} ${dayToText(day)}`;
}

/** `2026-09-14` → `Mon 14`, for a place where the month is known. */
export function dayToShortText(day: string): string {
  return `${weekdayOf(day)} ${splitDay(day)[2]}`;
}

/** `2026-09-14` → `September 2026`. */
export function dayToMonthText(day: string): string {
  const [year, month] = splitDay(day);
  return `${LONG_MONTHS[month - 1]} ${year}`;
}

/** The two ends of a span, `14 – 20 Sep 2026`, with month and year said once where they are the same. */
export function daysToText(from: string, to: string): string {
  const [year, month, date] = splitDay(from);
  const [toYear, toMonth] = splitDay(to);
  if (year !== toYear) return `${dayToText(from)} – ${dayToText(to)}`;
  return `${date}${month === toMonth ? '' : ` ${MONTHS[month - 1]}`} – ${dayToText(to)}`;
}

/** An instant as this machine's calendar day, `14 Sep 2026`. */
export function instantToText(instant: string): string {
  const date = new Date(instant);
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

function weekdayOf(day: string): string {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

function splitDay(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
