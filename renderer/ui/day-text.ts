const formats = {
  full: dayFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
  plain: dayFormat({ day: 'numeric', month: 'short', year: 'numeric' }),
  weekday: dayFormat({ weekday: 'short' }),
  date: dayFormat({ day: 'numeric' }),
};

/** `2026-09-14` → `Mon, 14 Sept 2026`. */
export function dayToFullText(day: string): string {
  return formats.full.format(dayToDate(day));
}

/** `2026-09-14` → `14 Sept 2026`. */
export function dayToText(day: string): string {
  return formats.plain.format(dayToDate(day));
}

/** `2026-09-14` → `Mon 14`, for a place where the month is known. */
export function dayToShortText(day: string): string {
  const date = dayToDate(day);
  return `${formats.weekday.format(date)} ${formats.date.format(date)}`;
}

/** Two days of one span, `14 – 20 Sept 2026`, with month and year said once where they are the same. */
export function daysToText(from: string, to: string): string {
  return formats.plain.formatRange(dayToDate(from), dayToDate(to));
}

/** An instant as this machine's calendar day, `14 Sept 2026`. */
export function instantToText(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(instant),
  );
}

// A day is text, not an instant: it is formatted in UTC so that no time zone can move it.
function dayFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
}

function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
