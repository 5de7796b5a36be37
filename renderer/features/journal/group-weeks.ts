import { addDays, dayToWeekStart, type Day } from '../../../shared/domain/day.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { daysToText, dayToShortText } from '../../ui/day-text.ts';

/** The entries of one week, newest first, each with the day that stands in the margin beside it. */
export interface Week {
  start: Day;
  heading: string;
  rows: { entry: Entry; day: string }[];
}

/** Entries, newest first, as weeks. A day is named once, beside its first entry. */
export function groupWeeks(entries: readonly Entry[], today: Day): Week[] {
  const weeks: Week[] = [];
  let lastDay: Day | null = null;
  for (const entry of entries) {
    const start = dayToWeekStart(entry.occurredOn);
    if (weeks.at(-1)?.start !== start) weeks.push({ start, heading: weekToHeading(start, today), rows: [] });
    const day = entry.occurredOn === lastDay ? '' : dayToShortText(entry.occurredOn);
    weeks.at(-1)!.rows.push({ entry, day });
    lastDay = entry.occurredOn;
  }
  return weeks;
}

function weekToHeading(start: Day, today: Day): string {
  const thisWeek = dayToWeekStart(today);
  if (start === thisWeek) return 'This week';
  if (start === addDays(thisWeek, -7)) return 'Last week';
  return daysToText(start, addDays(start, 6));
}
