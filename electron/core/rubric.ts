import type { HandlersOf } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { findCriterion, type Rubric } from '../../shared/domain/rubric.ts';
import seniorEngineer from '../../resources/rubrics/senior-engineer.json' with { type: 'json' };
import type { Journal } from './journal.ts';

/** The rubric the journal is read by. */
export function rubricHandlers({ rubric }: Journal): HandlersOf<'rubric'> {
  return { 'rubric.get': () => rubric };
}

/** The built-in rubric. It is bundled, and a test holds it against the schema, so no start has to. */
export const builtInRubric = seniorEngineer as Rubric;

/** Throws `invalid`, at the given field, where the rubric has no such criterion. */
export function assertCriterion({ rubric }: Journal, criterionId: string, field: string): void {
  if (findCriterion(rubric, criterionId)) return;
  const message = `there is no criterion '${criterionId}' in "${rubric.name}"; "rung criteria" lists them`;
  throw new RungError('invalid', `${field}: ${message}`, { [field]: message });
}
