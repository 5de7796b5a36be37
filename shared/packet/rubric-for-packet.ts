import type { CriterionMark } from '../domain/criterion-mark.ts';
import type { Criterion, Rubric } from '../domain/rubric.ts';

/**
 * The rubric as a packet shows it: without the criteria that are switched off, and without the wording of somebody else's
 * ladder unless the user chose to include it.
 */
export function rubricForPacket(rubric: Rubric, marks: readonly CriterionMark[], includesWording: boolean): Rubric {
  const off = new Set(marks.filter(({ isOff }) => isOff).map(({ criterionId }) => criterionId));
  const isSilent = rubric.isConfidential && !includesWording;
  const keep = (criteria: readonly Criterion[]) =>
    criteria.filter(({ id }) => !off.has(id)).map((one) => (isSilent ? { ...one, definition: '' } : one));
  return {
    ...rubric,
    pillars: rubric.pillars
      .map((pillar) => ({
        ...pillar,
        lead: pillar.lead !== null && off.has(pillar.lead) ? null : pillar.lead,
        criteria: keep(pillar.criteria),
      }))
      .filter(({ criteria }) => criteria.length > 0),
    ground: { ...rubric.ground, criteria: keep(rubric.ground.criteria) },
  };
}
