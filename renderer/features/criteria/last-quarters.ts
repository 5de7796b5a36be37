import type { CriterionCoverage } from '../../../shared/domain/coverage.ts';
import { addDays, dayToQuarter, quartersBetween, type Day } from '../../../shared/domain/day.ts';
import type { QuarterCell } from '../../ui/QuarterStrip.tsx';

const SHOWN = 6;
/** More days than six quarters can have. */
const REACH = 600;

/** The six quarters up to today's, old to new, with the entries each holds. */
export function lastQuarters(coverage: CriterionCoverage, today: Day): QuarterCell[] {
  const all = quartersBetween(dayToQuarter(addDays(today, -REACH)), dayToQuarter(today));
  return all.slice(-SHOWN).map((quarter) => ({
    name: `${quarter.slice(5)} ${quarter.slice(0, 4)}`,
    entries: coverage.quarters.find((one) => one.quarter === quarter)?.entries ?? 0,
  }));
}
