import { coverCriterion, type Measured } from './cover-criterion.ts';
import type { Coverage, CriterionCoverage, EvidencePoint, PillarCoverage, readinessOutcomes } from './coverage.ts';
import type { CriterionMark } from './criterion-mark.ts';
import { rubricToCriteria, type Pillar, type Rubric } from './rubric.ts';

/**
 * Coverage of a rubric by the given evidence; the order of the points does not matter. What is switched off by a mark keeps
 * its evidence and decides nothing.
 */
export function coverRubric(
  rubric: Rubric,
  points: readonly EvidencePoint[],
  marks: readonly CriterionMark[] = [],
): Coverage {
  const byCriterion = Map.groupBy(points, (point) => point.criterionId);
  const markOf = new Map(marks.map((mark) => [mark.criterionId, mark]));
  const criteria = rubricToCriteria(rubric).map(({ id }) =>
    coverCriterion(rubric, id, byCriterion.get(id) ?? [], markOf.get(id)),
  );
  const pillars = rubric.pillars.map((pillar) => coverPillar(rubric, pillar, criteria));
  const shownPillarIds = pillars.filter((one) => one.coverage.coverage === 'shown').map((one) => one.coverage.pillarId);
  return {
    rubricId: rubric.id,
    criteria: criteria.map(({ coverage }) => coverage),
    pillars: pillars.map(({ coverage }) => coverage),
    shownPillarIds,
    summary: summarise(shownPillarIds.length, pillars.length),
    nearest: nearestPillar(pillars),
    readiness: readReadiness(rubric, shownPillarIds),
  };
}

interface CoveredPillar extends Measured<PillarCoverage> {
  finished: number;
  /** False where every criterion of it is switched off: then it decides nothing. */
  isOn: boolean;
}

function coverPillar(rubric: Rubric, pillar: Pillar, criteria: readonly Measured<CriterionCoverage>[]): CoveredPillar {
  const own = pillar.criteria
    .map(({ id }) => criteria.find((one) => one.coverage.criterionId === id)!)
    .filter((one) => !one.coverage.isOff);
  if (own.length === 0) return pillarOff(pillar);
  const lead = own.find((one) => one.coverage.criterionId === pillar.lead);
  const others = own.filter((one) => one !== lead);
  const othersShown = others.filter(isShown).length;
  // A pillar with fewer criteria than the rule asks for is shown when all of them are.
  const othersAsked = Math.min(rubric.rules.pillarShown.othersBesideLead + (lead ? 0 : 1), others.length);
  const missing = [
    ...(!lead || isShown(lead) ? [] : [lead]),
    ...nearestFirst(others.filter((one) => !isShown(one))).slice(0, Math.max(0, othersAsked - othersShown)),
  ];
  return {
    isOn: true,
    entriesToGo: missing.reduce((sum, one) => sum + one.entriesToGo, 0),
    finished: own.reduce((sum, one) => sum + one.coverage.finished, 0),
    coverage: {
      pillarId: pillar.id,
      coverage: missing.length === 0 ? 'shown' : own.some((one) => one.coverage.entries > 0) ? 'some' : 'none',
      why: describePillar(pillar, lead, othersShown),
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

function pillarOff(pillar: Pillar): CoveredPillar {
  const why = 'Every criterion of it is switched off.';
  const coverage = { pillarId: pillar.id, coverage: 'none' as const, why, next: [] };
  return { isOn: false, entriesToGo: 0, finished: 0, coverage };
}

function describePillar(pillar: Pillar, lead: Measured<CriterionCoverage> | undefined, othersShown: number): string {
  const number = NUMBER_WORDS[othersShown] ?? String(othersShown);
  if (!lead) return `${number} of its criteria ${othersShown === 1 ? 'is' : 'are'} shown.`;
  const leadPart = `${nameOf(pillar, lead.coverage.criterionId)} is ${isShown(lead) ? 'shown' : 'not shown yet'}`;
  if (othersShown === 0) return `${leadPart}; no other criterion is shown yet.`;
  return `${leadPart}; ${othersShown === 1 ? 'one other criterion is' : `${othersShown} other criteria are`} shown.`;
}

function nameOf(pillar: Pillar, criterionId: string): string {
  return pillar.criteria.find((criterion) => criterion.id === criterionId)?.name ?? criterionId;
}

function readReadiness(rubric: Rubric, shownPillarIds: readonly string[]): Coverage['readiness'] {
  const { readiness } = rubric.rules;
  if (!readiness) return null;
  const outcome = shownToOutcome(rubric.pillars.length, shownPillarIds, readiness.managementTrackPillar);
  return { outcome, meaning: readiness[outcome], caveat: readiness.caveat };
}

function shownToOutcome(
  pillars: number,
  shownPillarIds: readonly string[],
  managementTrackPillar: string,
): (typeof readinessOutcomes)[number] {
  if (shownPillarIds.length === 0) return 'none';
  if (shownPillarIds.length >= pillars) return 'three';
  if (shownPillarIds.length > 1) return 'two';
  return shownPillarIds[0] === managementTrackPillar ? 'onlyLeadership' : 'one';
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
function nearestPillar(pillars: readonly CoveredPillar[]): Coverage['nearest'] {
  const [nearest] = pillars
    .filter((one) => one.isOn && one.coverage.coverage !== 'shown')
    .toSorted((a, b) => a.entriesToGo - b.entriesToGo || b.finished - a.finished);
  const step = nearest?.coverage.next[0];
  return nearest && step ? { pillarId: nearest.coverage.pillarId, step } : null;
}
