import type { CriterionCoverage, EvidencePoint } from './coverage.ts';
import type { CriterionMark } from './criterion-mark.ts';
import { dayToQuarter, type Day } from './day.ts';
import type { EntryStatus } from './entry-words.ts';
import type { Rubric } from './rubric.ts';

/** A coverage, and the fewest further entries that would make it shown: 0 once it is. */
export type Measured<T> = { coverage: T; entriesToGo: number };

/** What the confirmed evidence for one criterion adds up to, by the rubric's numbers. */
export function coverCriterion(
  rubric: Rubric,
  criterionId: string,
  points: readonly EvidencePoint[],
  mark?: CriterionMark,
): Measured<CriterionCoverage> {
  const finished = points.filter(isFinished);
  const proven = finished.filter((point) => point.hasResult && point.hasProof).length;
  const quarters = countQuarters(finished).length;
  const missing = missingToShown(rubric, { finished: finished.length, quarters, proven });
  const entriesToGo = Math.max(0, missing.finished, missing.quarters, missing.proven);
  return {
    entriesToGo,
    coverage: {
      criterionId,
      isOff: mark?.isOff ?? false,
      noOpportunitySince: mark?.noOpportunitySince ?? null,
      coverage: points.length === 0 ? 'none' : entriesToGo > 0 ? 'some' : 'shown',
      entries: points.length,
      finished: finished.length,
      strong: points.filter((point) => point.strong).length,
      proven,
      quarters: countQuarters(points),
      lastOn: newestDay(points),
      why: describeFacts({ entries: points.length, finished: finished.length, quarters, proven }),
      next: describeMissing(missing, { finished: finished.length, quarters }),
    },
  };
}

function isFinished(point: { status: EntryStatus }): boolean {
  return point.status === 'done';
}

function countQuarters(points: readonly EvidencePoint[]): CriterionCoverage['quarters'] {
  const byQuarter = Map.groupBy(points, (point) => dayToQuarter(point.occurredOn));
  return [...byQuarter]
    .map(([quarter, inQuarter]) => ({ quarter, entries: inQuarter.length }))
    .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));
}

function newestDay(points: readonly EvidencePoint[]): Day | null {
  return points.reduce<Day | null>(
    (newest, { occurredOn }) => (newest && newest > occurredOn ? newest : occurredOn),
    null,
  );
}

/** How many finished entries, quarters and proven entries there are, or are still missing. */
type Tally = { finished: number; quarters: number; proven: number };

function missingToShown({ rules: { shown } }: Rubric, has: Tally): Tally {
  return {
    finished: shown.finishedEntries - has.finished,
    quarters: shown.quarters - has.quarters,
    proven: shown.withResultAndProof - has.proven,
  };
}

const PROVEN = 'with a result and a link or a witness';

function describeMissing(missing: Tally, has: { finished: number; quarters: number }): string[] {
  return [
    ...(missing.proven > 0 ? [describeMissingProof(missing.proven, has.finished)] : []),
    ...(missing.finished > 0 ? [describeMissingEntries(missing.finished, has.finished)] : []),
    ...(missing.quarters > 0 ? [describeMissingQuarters(missing.quarters, has.quarters)] : []),
  ];
}

/** Where there are finished entries already, completing those is nearer than writing new ones. */
function describeMissingProof(missing: number, finished: number): string {
  if (missing > 1) return `${missing} finished entries ${PROVEN}`;
  return finished > 0 ? 'a result and a link or a witness on one finished entry' : `a finished entry ${PROVEN}`;
}

function describeMissingEntries(missing: number, finished: number): string {
  const number = missing === 1 ? 'one' : String(missing);
  return `${number} ${finished > 0 ? 'more ' : ''}finished ${entryWord(missing)}`;
}

function describeMissingQuarters(missing: number, has: number): string {
  if (has === 1 && missing === 1) return 'a finished entry from a second quarter';
  const asked = has + missing;
  return asked === 1 ? 'a finished entry in any quarter' : `finished entries from ${asked} different quarters`;
}

function describeFacts({ entries, finished, quarters, proven }: Tally & { entries: number }): string {
  if (entries === 0) return 'No confirmed evidence yet.';
  const inProgress = entries - finished;
  if (finished === 0) return `No finished entry yet, ${inProgress} in progress.`;
  const parts = [
    `${finished} finished ${entryWord(finished)} ${quarters === 1 ? 'in one quarter' : `over ${quarters} quarters`}`,
    `${describeShare(proven, finished)}${PROVEN}`,
    ...(inProgress > 0 ? [`${inProgress} still in progress`] : []),
  ];
  return `${parts.join(', ')}.`;
}

function describeShare(some: number, all: number): string {
  if (some === 0) return all === 1 ? 'not yet ' : 'none ';
  if (some === all) return all === 1 ? '' : 'all ';
  return `${some} `;
}

function entryWord(number: number): string {
  return number === 1 ? 'entry' : 'entries';
}
