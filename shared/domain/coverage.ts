import { z } from '../zod.ts';
import { dayToQuarter, type Day } from './day.ts';
import { daySchema } from './day-schema.ts';
import { entryStatuses, type EntryStatus } from './entry-words.ts';
import { rubricToCriteria, type Pillar, type Rubric } from './rubric.ts';

export const coverageStates = ['none', 'some', 'shown'] as const;
export type CoverageState = (typeof coverageStates)[number];

/** One confirmed evidence, reduced to what coverage asks of it. */
export const evidencePointSchema = z.strictObject({
  criterionId: z.string(),
  occurredOn: daySchema,
  status: z.enum(entryStatuses),
  strong: z.boolean(),
  hasResult: z.boolean(),
  /** Whether the entry has a link or names a witness. */
  hasProof: z.boolean(),
});
export type EvidencePoint = z.output<typeof evidencePointSchema>;

const criterionCoverageSchema = z.strictObject({
  criterionId: z.string(),
  coverage: z.enum(coverageStates),
  entries: z.int(),
  finished: z.int(),
  strong: z.int(),
  /** Finished entries that have a result and a link or a witness. */
  proven: z.int(),
  /** Where the entries lie, finished or not; only quarters with a finished one count towards shown. */
  quarters: z.array(z.strictObject({ quarter: z.string(), entries: z.int() })),
  lastOn: daySchema.nullable(),
  /** What the evidence adds up to, in one sentence. */
  why: z.string(),
  /** What would show more, the nearest first; empty once shown. */
  next: z.array(z.string()),
});
export type CriterionCoverage = z.output<typeof criterionCoverageSchema>;

const pillarCoverageSchema = z.strictObject({
  pillarId: z.string(),
  coverage: z.enum(coverageStates),
  why: z.string(),
  next: z.array(z.string()),
});
export type PillarCoverage = z.output<typeof pillarCoverageSchema>;

export const readinessOutcomes = ['none', 'one', 'onlyLeadership', 'two', 'three'] as const;

/** What confirmed evidence adds up to, per criterion and pillar, and the 2-of-3 view. Never a score. */
export const coverageSchema = z.strictObject({
  rubricId: z.string(),
  criteria: z.array(criterionCoverageSchema),
  pillars: z.array(pillarCoverageSchema),
  readiness: z.strictObject({
    outcome: z.enum(readinessOutcomes),
    shownPillarIds: z.array(z.string()),
    summary: z.string(),
    meaning: z.string(),
    caveat: z.string(),
    /** The shortest way to the next pillar; null when all are shown. */
    nearest: z.strictObject({ pillarId: z.string(), step: z.string() }).nullable(),
  }),
});
export type Coverage = z.output<typeof coverageSchema>;

/** Coverage of a rubric by the given evidence; the order of the points does not matter. */
export function coverRubric(rubric: Rubric, points: readonly EvidencePoint[]): Coverage {
  const byCriterion = Map.groupBy(points, (point) => point.criterionId);
  const criteria = rubricToCriteria(rubric).map(({ id }) => coverCriterion(rubric, id, byCriterion.get(id) ?? []));
  const pillars = rubric.pillars.map((pillar) => coverPillar(rubric, pillar, criteria));
  return {
    rubricId: rubric.id,
    criteria: criteria.map(({ coverage }) => coverage),
    pillars: pillars.map(({ coverage }) => coverage),
    readiness: readReadiness(rubric, pillars),
  };
}

/** The coverage of one criterion; throws where the coverage is of a rubric without it. */
export function findCriterionCoverage(coverage: Coverage, criterionId: string): CriterionCoverage {
  const found = coverage.criteria.find((one) => one.criterionId === criterionId);
  if (!found) throw new Error(`no coverage for criterion '${criterionId}'`);
  return found;
}

/** A coverage, and the fewest further entries that would make it shown: 0 once it is. */
type Measured<T> = { coverage: T; entriesToGo: number };

function coverCriterion(
  rubric: Rubric,
  criterionId: string,
  points: readonly EvidencePoint[],
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

function coverPillar(
  rubric: Rubric,
  pillar: Pillar,
  criteria: readonly Measured<CriterionCoverage>[],
): Measured<PillarCoverage> & { finished: number } {
  const own = pillar.criteria.map(({ id }) => criteria.find((one) => one.coverage.criterionId === id)!);
  const lead = own.find((one) => one.coverage.criterionId === pillar.lead)!;
  const others = own.filter((one) => one !== lead);
  const othersShown = others.filter(isShown).length;
  // A pillar with fewer criteria than the rule asks for is shown when all of them are.
  const othersAsked = Math.min(rubric.rules.pillarShown.othersBesideLead, others.length);
  const missing = [
    ...(isShown(lead) ? [] : [lead]),
    ...nearestFirst(others.filter((one) => !isShown(one))).slice(0, Math.max(0, othersAsked - othersShown)),
  ];
  return {
    entriesToGo: missing.reduce((sum, one) => sum + one.entriesToGo, 0),
    finished: own.reduce((sum, one) => sum + one.coverage.finished, 0),
    coverage: {
      pillarId: pillar.id,
      coverage: missing.length === 0 ? 'shown' : own.some((one) => one.coverage.entries > 0) ? 'some' : 'none',
      why: describePillar(pillar, isShown(lead), othersShown),
      next: missing.map(({ coverage }) => `${nameOf(pillar, coverage.criterionId)}: ${coverage.next[0]}`),
    },
  };
}

function isShown(one: Measured<CriterionCoverage>): boolean {
  return one.coverage.coverage === 'shown';
}

function nearestFirst(criteria: readonly Measured<CriterionCoverage>[]): Measured<CriterionCoverage>[] {
  return criteria.toSorted((a, b) => a.entriesToGo - b.entriesToGo || b.coverage.finished - a.coverage.finished);
}

function describePillar(pillar: Pillar, isLeadShown: boolean, othersShown: number): string {
  const leadPart = `${nameOf(pillar, pillar.lead)} is ${isLeadShown ? 'shown' : 'not shown yet'}`;
  if (othersShown === 0) return `${leadPart}; no other criterion is shown yet.`;
  return `${leadPart}; ${othersShown === 1 ? 'one other criterion is' : `${othersShown} other criteria are`} shown.`;
}

function nameOf(pillar: Pillar, criterionId: string): string {
  return pillar.criteria.find((criterion) => criterion.id === criterionId)?.name ?? criterionId;
}

function readReadiness(rubric: Rubric, pillars: readonly ReturnType<typeof coverPillar>[]): Coverage['readiness'] {
  const shownPillarIds = pillars.filter((one) => one.coverage.coverage === 'shown').map((one) => one.coverage.pillarId);
  const outcome = shownToOutcome(rubric, shownPillarIds);
  return {
    outcome,
    shownPillarIds,
    summary: summarise(shownPillarIds.length, pillars.length),
    meaning: rubric.rules.readiness[outcome],
    caveat: rubric.rules.readiness.caveat,
    nearest: nearestPillar(pillars),
  };
}

function shownToOutcome(
  { pillars, rules }: Rubric,
  shownPillarIds: readonly string[],
): Coverage['readiness']['outcome'] {
  if (shownPillarIds.length === 0) return 'none';
  if (shownPillarIds.length >= pillars.length) return 'three';
  if (shownPillarIds.length > 1) return 'two';
  return shownPillarIds[0] === rules.readiness.managementTrackPillar ? 'onlyLeadership' : 'one';
}

const NUMBER_WORDS = ['None', 'One', 'Two', 'Three', 'Four', 'Five'];

function summarise(shown: number, all: number): string {
  if (all === 1) return `The one pillar is ${shown === 1 ? 'shown' : 'not shown yet'}.`;
  const ofAll = (NUMBER_WORDS[all] ?? String(all)).toLowerCase();
  if (shown === all) return `All ${ofAll} pillars are shown.`;
  if (shown === 0) return `None of the ${ofAll} pillars is shown yet.`;
  return `${NUMBER_WORDS[shown] ?? shown} of the ${ofAll} pillars ${shown === 1 ? 'is' : 'are'} shown.`;
}

/** The pillar that needs the fewest further entries, and the first step towards it. */
function nearestPillar(pillars: readonly ReturnType<typeof coverPillar>[]): Coverage['readiness']['nearest'] {
  const [nearest] = pillars
    .filter((one) => one.coverage.coverage !== 'shown')
    .toSorted((a, b) => a.entriesToGo - b.entriesToGo || b.finished - a.finished);
  const step = nearest?.coverage.next[0];
  return nearest && step ? { pillarId: nearest.coverage.pillarId, step } : null;
}

function entryWord(number: number): string {
  return number === 1 ? 'entry' : 'entries';
}
