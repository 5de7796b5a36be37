import type { Entry, EntryContent } from '../../../shared/domain/entry.ts';
import { draftToForm, formToContent, type EntryForm } from './entry-form.ts';
import type { JournalState } from './journal-store.ts';

/** The version that was saved elsewhere since the form was opened: met by a save, or noticed before one. */
export function findTheirs({ editor, opened }: JournalState): Entry | null {
  if (!editor) return null;
  if (editor.conflict) return editor.conflict;
  const entry = opened?.id === editor.id ? opened.entry : null;
  return entry && entry.revision > editor.baseRevision ? entry : null;
}

/** The form as a version to compare, even where it could not be saved as it is. */
export function formToVersion(form: EntryForm, today: string): EntryContent {
  try {
    return formToContent(form, today) as EntryContent;
  } catch {
    const help = { ...form.help, minutes: '' };
    return formToContent(draftToForm({ ...form, help }), today) as EntryContent;
  }
}
