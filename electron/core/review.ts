import type { HandlersOf, Output } from '../../shared/contract/contract.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import type { ReviewedEntry } from '../../shared/domain/review.ts';
import { suggestCriteria } from '../../shared/domain/suggest.ts';
import { listMarks } from './criterion-marks.ts';
import { selectEntries } from './db/entry-list-sql.ts';
import { rowsToEntries } from './entry-rows.ts';
import type { Journal } from './journal.ts';

/** Entries read at once while looking for the next ones with something to decide. */
const STRIDE = 200;

/** The queue of suggestions that nobody has decided about. Sealed entries stay out of it. */
export function reviewHandlers(journal: Journal): HandlersOf<'review'> {
  return {
    'review.list': ({ limit, before }) => listReview(journal, limit, before),
    'review.count': () => ({ entries: listReview(journal, Number.POSITIVE_INFINITY).items.length }),
  };
}

/** The next entries with something to decide, newest first. */
function listReview(journal: Journal, limit: number, start?: number): Output<'review.list'> {
  const decide = toDecision(journal);
  const items: ReviewedEntry[] = [];
  let before = start;
  for (;;) {
    const rows = selectEntries(journal.db, { hidesSealed: true, rubricId: journal.rubric.id, before }, STRIDE);
    for (const [index, entry] of rowsToEntries(journal, rows).entries()) {
      before = rows[index]!.position;
      const suggestions = decide(entry);
      if (suggestions.length > 0) items.push({ entry, suggestions });
      if (items.length >= limit) return { items, nextBefore: before };
    }
    if (rows.length < STRIDE) return { items, nextBefore: null };
  }
}

/** What is suggested for an entry, by rules or by hand, less what was decided and what is switched off. */
function toDecision(journal: Journal): (entry: Entry) => ReviewedEntry['suggestions'] {
  const { rubric } = journal;
  const off = new Set(listMarks(journal).flatMap(({ isOff, criterionId }) => (isOff ? [criterionId] : [])));
  return (entry) => {
    const byHand = entry.evidence.filter(({ state }) => state === 'suggested').map(({ criterionId }) => criterionId);
    const decided = new Set(entry.evidence.map(({ criterionId }) => criterionId));
    const byRule = suggestCriteria(rubric, entry).filter(({ criterionId }) => !decided.has(criterionId));
    const suggested = byHand.map((criterionId) => ({ criterionId, reasons: ['You put it down as a suggestion'] }));
    return [...suggested, ...byRule].filter(({ criterionId }) => !off.has(criterionId));
  };
}
