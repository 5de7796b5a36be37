import { dayToNumber, dayToWeekStart, type Day } from '../../../shared/domain/day.ts';
import type { JournalDay } from '../../../shared/domain/day-mark.ts';
import type { PeriodMark } from '../../../shared/domain/period-mark.ts';
import { dayToFullText } from '../../ui/day-text.ts';
import { DAY_MARK_WORDS } from '../../ui/DayMarkSelect.tsx';
import { PERIOD_WORDS } from './PeriodLine.tsx';

/** A day on the map: its week is the column, its weekday, Monday first, the row. */
export interface MapDay extends JournalDay {
  week: number;
  weekday: number;
  /** How large it is drawn: 0 (no entry) to 4. */
  step: number;
  period: PeriodMark | null;
}

/** The days of a year with their places on the map. */
export function yearToMap(days: readonly JournalDay[], periods: readonly PeriodMark[]): MapDay[] {
  const first = days[0] && dayToNumber(dayToWeekStart(days[0].day));
  return days.map((one) => {
    const at = dayToNumber(one.day) - (first ?? 0);
    const period = periods.find(({ from, to }) => from <= one.day && one.day <= to) ?? null;
    return { ...one, week: Math.floor(at / 7), weekday: at % 7, step: entriesToStep(one.entries), period };
  });
}

/** The first day of each month, where its name stands. */
export function mapToMonths(days: readonly MapDay[]): MapDay[] {
  return days.filter(({ day }) => day.endsWith('-01'));
}

/** A day in words, `Tue 24 Nov 2026: 2 entries, mostly others`. */
export function mapDayToText({ day, entries, mark, period }: MapDay): string {
  const count = entries === 0 ? 'no entries' : entries === 1 ? '1 entry' : `${entries} entries`;
  const said = [count, mark && DAY_MARK_WORDS[mark], period && PERIOD_WORDS[period.kind].toLowerCase()];
  return `${dayToFullText(day)}: ${said.filter(Boolean).join(', ')}`;
}

/** The day an arrow key leads to: left and right by weeks, up and down by days. */
export function stepInYear(days: readonly MapDay[], day: Day, key: string): Day | null {
  const steps: Record<string, number> = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 };
  const step = steps[key];
  const at = days.findIndex((one) => one.day === day);
  if (key === 'Home') return days[0]?.day ?? null;
  if (key === 'End') return days.at(-1)?.day ?? null;
  return step === undefined ? null : (days[Math.max(0, Math.min(days.length - 1, at + step))]?.day ?? null);
}

function entriesToStep(entries: number): number {
  if (entries <= 2) return entries;
  return entries <= 5 ? 3 : 4;
}
