import type { Request } from '../../../shared/contract/client.ts';
import { RungError } from '../../../shared/contract/errors.ts';
import type { EntryContent } from '../../../shared/domain/entry.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Editor } from './editor.ts';
import { entryToForm, formToContent } from './entry-form.ts';
import type { Slice } from './journal-store.ts';
import { takeField } from './take-field.ts';

export interface ConflictSlice {
  /** Puts the version that was saved elsewhere beside the form, to choose. */
  showConflict: () => Promise<void>;
  /** Mine becomes the newest version; the other stays in the history. */
  letMineStand: () => Promise<void>;
  /** The other stays the newest version; mine goes into the history. */
  letTheirsStand: () => Promise<void>;
  /** Goes on with my form, the other version's fields beside it; the next save stands over both. */
  putTogether: () => Promise<void>;
  /** Takes one field of the other version into the form; Undo puts mine back. */
  takeTheirs: (name: string, label: string) => void;
}

/** Choosing between two versions of one entry. Whatever is chosen, both are kept. */
export const createConflict: Slice<ConflictSlice> = (set, get, { request, notify }) => {
  const toHistory = { verb: 'Open history', run: () => get().openHistory() };
  const attempt = async (work: (editor: Editor) => Promise<void>) => {
    const { editor } = get();
    if (!editor) return;
    try {
      await work(editor);
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
    }
  };

  return {
    showConflict: () =>
      attempt(async ({ id }) => {
        const conflict = await request('entries.get', { id });
        const { editor } = get();
        if (editor?.id === id) set({ editor: { ...editor, conflict } });
      }),
    async letMineStand() {
      await get().keepMine();
      if (!get().editor) notify({ text: 'Yours stands. The other version is in the history.', action: toHistory });
    },
    letTheirsStand: () =>
      attempt(async (editor) => {
        if (!(await keepAsVersion(request, editor, get().today))) {
          // What cannot be a version, for instance without a title, can still be brought back.
          await get().cancelEdit();
          return;
        }
        await get().endEdit(editor.id);
        notify({ text: 'The other version stands. Yours is in the history.', action: toHistory });
      }),
    putTogether: () =>
      attempt(async (editor) => {
        const { conflict } = editor;
        if (!conflict) return;
        await keepAsVersion(request, editor, get().today);
        const now = get().editor;
        if (now?.id !== editor.id) return;
        set({ editor: { ...now, conflict: null, beside: conflict, baseRevision: conflict.revision } });
        get().rewrite(now.form);
      }),
    takeTheirs(name, label) {
      const { editor, rewrite } = get();
      if (!editor?.beside) return;
      const mine = editor.form;
      rewrite(takeField(mine, entryToForm(editor.beside), name));
      const undo = () => {
        const now = get().editor;
        if (now?.id === editor.id) get().rewrite(takeField(now.form, mine, name));
      };
      notify({ text: `${label} is the other version’s now.`, action: { verb: 'Undo', run: undo } });
    },
  };
};

/** Keeps the form as a version that was set aside; false where it cannot be one. */
async function keepAsVersion(request: Request, { id, form, baseRevision }: Editor, today: string): Promise<boolean> {
  try {
    const content = formToContent(form, today);
    const versions = await request('entries.history', { id });
    const { compareVersions } = await import('./compare-versions.ts');
    if (versions.some((version) => compareVersions(version.content, content as EntryContent).length === 0)) return true;
    await request('entries.update', { id, baseRevision, content });
    return true;
  } catch (error) {
    // A save on a version that is not the newest one is kept, and answered so.
    if (error instanceof RungError && error.code === 'conflict') return true;
    if (error instanceof RungError && error.code === 'invalid') return false;
    throw error;
  }
}
