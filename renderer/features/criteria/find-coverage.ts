import type { Coverage, CriterionCoverage } from '../../../shared/domain/coverage.ts';

/** The coverage of one criterion; undefined while rubric and coverage come from different readings. */
export function findCriterionCoverage(coverage: Coverage, criterionId: string): CriterionCoverage | undefined {
  return coverage.criteria.find((one) => one.criterionId === criterionId);
}
