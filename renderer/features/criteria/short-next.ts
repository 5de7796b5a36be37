import type { CriterionCoverage } from '../../../shared/domain/coverage.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';

/** The next step in the few words a narrow line has room for; the whole sentence is `coverage.next`. Null once shown. */
export function shortNext(
  { coverage, finished, proven, quarters }: CriterionCoverage,
  rules: Rubric['rules'],
): string | null {
  const { finishedEntries, quarters: quartersAsked, withResultAndProof } = rules.shown;
  if (coverage === 'shown') return null;
  if (coverage === 'none') return 'a first entry';
  if (finished === 0) return 'finish one';
  if (proven < withResultAndProof) return 'result, proof';
  const entriesMissing = finishedEntries - finished;
  if (entriesMissing > 0) return entriesMissing === 1 ? '1 more entry' : `${entriesMissing} more entries`;
  return quarters.length < quartersAsked && quarters.length === 1 ? '2nd quarter' : '1 more quarter';
}
