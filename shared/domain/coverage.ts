import { z } from '../zod.ts';
import { dayToQuarter, type Day } from './day.ts';
import { daySchema } from './day-schema.ts';
import { entryStatuses, type EntryStatus } from './entry.ts';
import { rubricToCriteria, type Criterion, type Pillar, type Rubric } from './rubric.ts';

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
  const criteria = rubricToCriteria(rubric).map((criterion) =>
    coverCriterion(rubric, criterion, byCriterion.get(criterion.id) ?? []),
  );
  const pillars = rubric.pillars.map((pillar) => coverPillar(rubric, pillar, criteria));
  return { rubricId: rubric.id, criteria, pillars, readiness: readReadiness(rubric, pillars, criteria) };
}

/** The coverage of one criterion; throws where the coverage is of a rubric without it. */
export function findCriterionCoverage(coverage: Coverage, criterionId: string): CriterionCoverage {
  const found = coverage.criteria.find((one) => one.criterionId === criterionId);
  if (!found) throw new Error(`no coverage for criterion '${criterionId}'`);
  return found;
}

function coverCriterion(rubric: Rubric, criterion: Criterion, points: readonly EvidencePoint[]): CriterionCoverage {
  const finished = points.filter(isFinished);
  const facts = {
    entries: points.length,
    finished: finished.length,
    strong: points.filter((point) => point.strong).length,
    proven: finished.filter((point) => point.hasResult && point.hasProof).length,
    quarters: countQuarters(points),
    lastOn: newestDay(points),
  };
  const next = stepsToShown(rubric, facts.finished, countQuarters(finished).length, facts.proven);
  const coverage = facts.entries === 0 ? 'none' : next.length > 0 ? 'some' : 'shown';
  return {
    criterionId: criterion.id,
    coverage,
    ...facts,
    why: describeFacts(facts),
    next: coverage === 'shown' ? [] : next,
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

function stepsToShown(rubric: Rubric, finished: number, quarters: number, proven: number): string[] {
  const { shown } = rubric.rules;
  const missing = shown.finishedEntries - finished;
  return [
    ...(proven < shown.withResultAndProof ? ['an entry with a result and a link or a witness'] : []),
    ...(missing > 0 ? [missing === 1 ? 'one more finished entry' : `${missing} more finished entries`] : []),
    ...(quarters < shown.quarters
      ? [quarters === 1 ? 'a second quarter' : `evidence in ${shown.quarters} quarters`]
      : []),
  ];
}

function describeFacts({
  entries,
  finished,
  proven,
  quarters,
}: Omit<CriterionCoverage, 'criterionId' | 'coverage' | 'why' | 'next'>) {
  if (entries === 0) return 'No confirmed evidence yet.';
  const inProgress = entries - finished;
  const parts = [
    `${count(finished, 'finished entry', 'finished entries')} over ${count(quarters.length, 'quarter', 'quarters')}`,
    `${proven === 0 ? 'none' : proven} with a result and a link or a witness`,
    ...(inProgress > 0 ? [`${inProgress} still in progress`] : []),
  ];
  return `${parts.join(', ')}.`;
}

function coverPillar(rubric: Rubric, pillar: Pillar, criteria: readonly CriterionCoverage[]): PillarCoverage {
  const own = pillar.criteria.map((criterion) => criteria.find((one) => one.criterionId === criterion.id)!);
  const lead = own.find((one) => one.criterionId === pillar.lead)!;
  const othersShown = own.filter((one) => one !== lead && one.coverage === 'shown').length;
  const othersMissing = rubric.rules.pillarShown.othersBesideLead - othersShown;
  const next = [
    ...(lead.coverage === 'shown' ? [] : [`${nameOf(pillar, pillar.lead)}: ${lead.next[0]}`]),
    ...(othersMissing > 0 ? nearestOthers(pillar, own, lead).slice(0, othersMissing) : []),
  ];
  const isShown = lead.coverage === 'shown' && othersMissing <= 0;
  const coverage = isShown ? 'shown' : own.some((one) => one.entries > 0) ? 'some' : 'none';
  return { pillarId: pillar.id, coverage, why: describePillar(pillar, lead, othersShown), next };
}

function nearestOthers(pillar: Pillar, own: readonly CriterionCoverage[], lead: CriterionCoverage): string[] {
  return own
    .filter((one) => one !== lead && one.coverage !== 'shown')
    .toSorted((a, b) => a.next.length - b.next.length || b.finished - a.finished)
    .map((one) => `${nameOf(pillar, one.criterionId)}: ${one.next[0]}`);
}

function describePillar(pillar: Pillar, lead: CriterionCoverage, othersShown: number): string {
  const leadName = nameOf(pillar, pillar.lead);
  const leadPart = `${leadName} is ${lead.coverage === 'shown' ? 'shown' : 'not shown yet'}`;
  return `${leadPart}; ${othersShown === 0 ? 'no other criterion is' : othersShown === 1 ? 'one other is' : `${othersShown} others are`} shown.`;
}

function nameOf(pillar: Pillar, criterionId: string): string {
  return pillar.criteria.find((criterion) => criterion.id === criterionId)?.name ?? criterionId;
}

function readReadiness(
  rubric: Rubric,
  pillars: readonly PillarCoverage[],
  criteria: readonly CriterionCoverage[],
): Coverage['readiness'] {
  const shownPillarIds = pillars.filter((one) => one.coverage === 'shown').map((one) => one.pillarId);
  const outcome = shownToOutcome(shownPillarIds, pillars.length);
  return {
    outcome,
    shownPillarIds,
    summary: summarise(shownPillarIds.length, pillars.length),
    meaning: rubric.rules.readiness[outcome],
    caveat: rubric.rules.readiness.caveat,
    nearest: nearestPillar(rubric, pillars, criteria),
  };
}

function shownToOutcome(shownPillarIds: readonly string[], all: number): Coverage['readiness']['outcome'] {
  if (shownPillarIds.length === 0) return 'none';
  if (shownPillarIds.length >= all) return 'three';
  if (shownPillarIds.length > 1) return 'two';
  return shownPillarIds[0] === 'leadership' ? 'onlyLeadership' : 'one';
}

const NUMBER_WORDS = ['None', 'One', 'Two', 'Three'];

function summarise(shown: number, all: number): string {
  const ofAll = (NUMBER_WORDS[all] ?? String(all)).toLowerCase();
  if (shown === all) return `All ${ofAll} pillars are shown.`;
  return `${NUMBER_WORDS[shown] ?? shown} of ${ofAll} pillars ${shown === 1 ? 'is' : 'are'} shown.`;
}

/** The pillar that needs the fewest further steps, and the first of them. */
function nearestPillar(rubric: Rubric, pillars: readonly PillarCoverage[], criteria: readonly CriterionCoverage[]) {
  const finishedIn = (pillarId: string) =>
    rubric.pillars
      .find((pillar) => pillar.id === pillarId)!
      .criteria.reduce((sum, { id }) => sum + (criteria.find((one) => one.criterionId === id)?.finished ?? 0), 0);
  const [nearest] = pillars
    .filter((one) => one.coverage !== 'shown')
    .toSorted((a, b) => a.next.length - b.next.length || finishedIn(b.pillarId) - finishedIn(a.pillarId));
  return nearest?.next[0] ? { pillarId: nearest.pillarId, step: nearest.next[0] } : null;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
