import type { Criterion, Rubric } from '../../../shared/domain/rubric.ts';

/** Every criterion of the rubric, pillars first; none while it is not read. Free of zod, unlike the rubric's own file. */
export function rubricCriteria(rubric: Rubric | null): Criterion[] {
  return rubric ? [...rubric.pillars, rubric.ground].flatMap(({ criteria }) => criteria) : [];
}
