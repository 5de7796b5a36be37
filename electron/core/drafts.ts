import type { CheckedInput, HandlersOf } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { DRAFT_LENGTH, type Draft } from '../../shared/domain/draft.ts';
import { groupDigits } from '../../shared/domain/text.ts';
import { deleteDraft, selectDraft, upsertDraft, type DraftRow } from './db/drafts-sql.ts';
import { write, type Journal } from './journal.ts';

/** Unsaved typing, kept until it is saved or let go of. */
export function draftHandlers(journal: Journal): HandlersOf<'drafts'> {
  return {
    'drafts.get': ({ place }) => {
      const row = selectDraft(journal.db, place);
      return row ? rowToDraft(row) : null;
    },
    'drafts.save': (draft) => saveDraft(journal, draft),
    'drafts.discard': ({ place }) => {
      write(journal, () => deleteDraft(journal.db, place));
      return {};
    },
  };
}

/** The lines that were being typed, to go on with in another journal: an entry's own edits belong to this one. */
export function carryDrafts({ db }: Journal): (journal: Journal) => void {
  const rows = ['composer', 'capture'].flatMap((place) => selectDraft(db, place) ?? []);
  return (journal) => {
    if (rows.length > 0) write(journal, () => rows.forEach((row) => upsertDraft(journal.db, row)));
  };
}

function saveDraft(journal: Journal, { place, content }: CheckedInput<'drafts.save'>): Draft {
  const row = { place, content: contentToText(content), saved_at: journal.clock.now() };
  if (row.content.length > DRAFT_LENGTH) {
    throw new RungError(
      'invalid',
      `This draft is longer than ${groupDigits(DRAFT_LENGTH)} characters. Save a part of it as an entry.`,
    );
  }
  write(journal, () => upsertDraft(journal.db, row));
  return rowToDraft(row);
}

/** A page can send what contains itself; text cannot. */
function contentToText(content: Draft['content']): string {
  try {
    return JSON.stringify(content);
  } catch {
    throw new RungError('invalid', 'This draft contains itself and cannot be kept.');
  }
}

function rowToDraft({ place, content, saved_at }: DraftRow): Draft {
  return { place, content: JSON.parse(content) as Draft['content'], savedAt: saved_at };
}
