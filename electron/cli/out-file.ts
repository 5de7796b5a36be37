import { existsSync } from 'node:fs';
import { RungError } from '../../shared/contract/errors.ts';

/** Refuses to replace a file that is there, unless it was asked for. */
export function assertFree(out: string, isForced = false): void {
  if (isForced || !existsSync(out)) return;
  throw new RungError(
    'conflict',
    `${out} is there already and was left as it is. Name another file, or add --force to replace it.`,
  );
}
