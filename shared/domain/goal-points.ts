import type { EvidencePoint } from './coverage.ts';
import type { Goal } from './goal.ts';
import { rubricToCriteria, type Rubric } from './rubric.ts';

/**
 * What goals show of the criteria that goals feed: every goal counts from the day it was set, as finished once it was looked
 * back on and is no longer open; the note is its result, the entries that moved it are its proof.
 */
export function goalsToPoints(rubric: Rubric, goals: readonly Goal[]): EvidencePoint[] {
  const fed = rubricToCriteria(rubric).filter(({ feeds }) => feeds.includes('goal'));
  return fed.flatMap(({ id }) => goals.map((goal) => goalToPoint(id, goal)));
}

function goalToPoint(criterionId: string, { setOn, state, reviews, entries }: Goal): EvidencePoint {
  return {
    criterionId,
    occurredOn: setOn,
    status: state === 'open' ? 'doing' : 'done',
    strong: false,
    hasResult: reviews.some(({ note }) => note.trim() !== ''),
    hasProof: entries.length > 0,
  };
}
