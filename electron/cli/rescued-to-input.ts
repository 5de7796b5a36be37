import { RungError } from '../../shared/contract/errors.ts';
import { RESCUE_MARK, rescuedSchema } from '../../shared/domain/rescued.ts';
import type { JsonInput } from './read-input.ts';

/** What a rescue file holds, as if it had been handed in by itself; any other input as it is. Throws `invalid` where it holds no entry. */
export function rescuedToInput(given: JsonInput): JsonInput {
  const [value] = given.values;
  const isRescued = given.isOne && typeof value === 'object' && value !== null && 'rung' in value;
  if (!isRescued || value.rung !== RESCUE_MARK) return given;
  const entries = rescuedSchema.safeParse(value).data?.entries ?? [];
  if (entries.length > 0) return { values: entries, isOne: entries.length === 1 };
  throw new RungError(
    'invalid',
    'This rescue file holds no entry. Its text stands in it under "input", to be copied where it belongs.',
  );
}
