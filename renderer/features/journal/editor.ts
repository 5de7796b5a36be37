import type { Input } from '../../../shared/contract/contract.ts';
import type { Request } from '../../../shared/contract/client.ts';
import { RungError } from '../../../shared/contract/errors.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { errorToFields, errorToText } from '../../api/error-text.ts';
import { createSaveSoon, type SaveSoon } from '../../api/save-soon.ts';
import { entryToForm, formToContent, type EntryForm } from './entry-form.ts';
import type { Slice } from './journal-store.ts';

/** An entry being changed in its place. */
export interface Editor {
  id: string;
  form: EntryForm;
  /** The revision the form began with. */
  baseRevision: number;
  isSaving: boolean;
  problem: string | null;
  errors: Readonly<Record<string, string>>;
  draftProblem: string | null;
  /** What was saved elsewhere meanwhile; the choice is the user's. */
  conflict: Entry | null;
  /** The other version, while the two are put together by hand. */
  beside: Entry | null;
}

export interface EditorSlice {
  editor: Editor | null;
  /** Opens the form; typing in it is kept as a draft until it is saved. */
  beginEdit: (id: string, form: EntryForm, baseRevision: number) => void;
  rewrite: (form: EntryForm) => void;
  saveEdit: () => Promise<void>;
  /** Saves this form over the other version, which stays in the history. */
  keepMine: () => Promise<void>;
  /** Closes the form and lets its draft go. */
  endEdit: (id: string) => Promise<void>;
  /** Closes the form and keeps its typing as a draft. */
  leaveEditor: () => Promise<void>;
  /** Saves a draft that waits, before the page goes away. */
  flushEdit: () => Promise<void>;
}

/** Changing an entry: a save says which revision it began with, so that nothing is overwritten unseen. */
export const createEditor: Slice<EditorSlice> = (set, get, { request }) => {
  let draft: SaveSoon<EditorDraft> | null = null;

  const change = (part: Partial<Editor>) => {
    const { editor } = get();
    if (editor) set({ editor: { ...editor, ...part } });
  };
  const save = async (baseRevision: number) => {
    const { editor } = get();
    if (!editor || editor.isSaving) return;
    change({ isSaving: true, problem: null, errors: {} });
    try {
      const content = formToContent(editor.form, get().today);
      await request('entries.update', { id: editor.id, baseRevision, content });
      await get().endEdit(editor.id);
    } catch (error) {
      const conflict = await findConflict(request, editor.id, error);
      const problem = conflict ? null : errorToText(error);
      change({ isSaving: false, conflict, errors: errorToFields(error), problem });
    }
  };

  return {
    editor: null,
    beginEdit(id, form, baseRevision) {
      draft = createSaveSoon<EditorDraft>(
        (content) => saveDraft(request, id, content),
        (problem) => change({ draftProblem: problem === null ? null : errorToText(problem) }),
      );
      set({ editor: { id, form, baseRevision, ...CALM } });
    },
    rewrite(form) {
      const { editor } = get();
      if (!editor) return;
      change({ form, problem: null, errors: {} });
      draft?.schedule({ form, baseRevision: editor.baseRevision });
    },
    saveEdit: () => save(get().editor?.baseRevision ?? 1),
    keepMine: () => save(get().editor?.conflict?.revision ?? 1),
    async endEdit(id) {
      await draft?.cancel();
      await request('drafts.discard', { place: `entry:${id}` });
      set({ editor: null });
      await Promise.all([get().reload(), get().reopen()]);
    },
    async leaveEditor() {
      if (!get().editor) return;
      await draft?.flush();
      set({ editor: null });
    },
    flushEdit: async () => draft?.flush(),
  };
};

export interface EditSlice {
  /** Begins from the unsaved typing where there is some, else from the entry. */
  startEdit: () => void;
  /** Lets the changes go; Undo brings them back. */
  cancelEdit: () => Promise<void>;
  /** Lets typing go that was kept from before; Undo brings it back. */
  discardDraft: () => Promise<void>;
}

/** Beginning and giving up a change. */
export const createEditStart: Slice<EditSlice> = (_set, get, { notify }) => {
  const letGo = async (id: string, { form, baseRevision }: EditorDraft) => {
    const { entry } = get().opened ?? {};
    const isSame = entry?.id === id && JSON.stringify(entryToForm(entry)) === JSON.stringify(form);
    await get().endEdit(id);
    if (isSame) return;
    const undo = () => {
      if (get().opened?.id !== id) return;
      get().beginEdit(id, form, baseRevision);
      get().rewrite(form);
    };
    notify({ text: 'The changes are gone.', action: { verb: 'Undo', run: undo } });
  };
  return {
    startEdit() {
      const { opened, beginEdit } = get();
      if (!opened?.entry || opened.entry.trashedAt) return;
      const { entry, draft } = opened;
      beginEdit(entry.id, draft?.form ?? entryToForm(entry), draft?.baseRevision ?? entry.revision);
    },
    async cancelEdit() {
      const { editor } = get();
      if (editor) await letGo(editor.id, editor);
    },
    async discardDraft() {
      const { opened } = get();
      if (opened?.draft) await letGo(opened.id, opened.draft);
    },
  };
};

interface EditorDraft {
  form: EntryForm;
  baseRevision: number;
}

const CALM = { isSaving: false, problem: null, errors: {}, draftProblem: null, conflict: null, beside: null };

async function saveDraft(request: Request, id: string, content: EditorDraft): Promise<void> {
  await request('drafts.save', {
    place: `entry:${id}`,
    content: content as unknown as Input<'drafts.save'>['content'],
  });
}

/** The version that was saved elsewhere, where that is what a save was refused for. */
async function findConflict(request: Request, id: string, error: unknown): Promise<Entry | null> {
  if (!(error instanceof RungError) || error.code !== 'conflict') return null;
  return request('entries.get', { id }).catch(() => null);
}
