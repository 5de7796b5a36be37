import type { CheckedInput, HandlersOf } from '../../shared/contract/contract.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import { deleteEvidence, upsertEvidence } from './db/evidence-sql.ts';
import { findEntry, getEntry } from './entries.ts';
import { write, type Journal } from './journal.ts';
import { assertCriterion } from './rubric.ts';

/** What can be done to the links between entries and criteria. */
export function evidenceHandlers(journal: Journal): HandlersOf<'evidence'> {
  return {
    'evidence.set': (link) => write(journal, () => setEvidence(journal, link)),
    'evidence.setMany': (links) => write(journal, () => links.map((link) => setEvidence(journal, link))),
    'evidence.removeMany': (links) => write(journal, () => links.map((link) => removeEvidence(journal, link))),
    'evidence.remove': (link) => write(journal, () => removeEvidence(journal, link)),
  };
}

function setEvidence(journal: Journal, { entryId, criterionId, state, strong }: CheckedInput<'evidence.set'>): Entry {
  assertCriterion(journal, criterionId, 'criterionId');
  const { position } = findEntry(journal, entryId);
  const link = { criterionId, state, strong: state === 'confirmed' && strong };
  upsertEvidence(journal.db, { ...link, rubricId: journal.rubric.id, position, now: journal.clock.now() });
  return getEntry(journal, entryId);
}

function removeEvidence(journal: Journal, { entryId, criterionId }: CheckedInput<'evidence.remove'>): Entry {
  const { position } = findEntry(journal, entryId);
  deleteEvidence(journal.db, journal.rubric.id, criterionId, position);
  return getEntry(journal, entryId);
}
