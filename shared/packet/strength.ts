import type { Entry } from '../domain/entry.ts';
import { hasProof, hasResult } from '../domain/entry-content.ts';

/** Orders entries by how much they carry for a criterion; entries that carry the same keep their order. */
export function strongestFirst(criterionId: string) {
  return (a: { entry: Entry }, b: { entry: Entry }) => weigh(b.entry, criterionId) - weigh(a.entry, criterionId);
}

/** Marked strong counts most, then finished, then a result that can be confirmed, then a result, then a number. */
function weigh(entry: Entry, criterionId: string): number {
  const isStrong = entry.evidence.some((one) => one.criterionId === criterionId && one.strong);
  return (
    (isStrong ? 16 : 0) +
    (entry.status === 'done' ? 8 : 0) +
    (hasResult(entry) && hasProof(entry) ? 4 : 0) +
    (hasResult(entry) ? 2 : 0) +
    (entry.metrics.length > 0 ? 1 : 0)
  );
}
