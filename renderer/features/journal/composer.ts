import type { EntryKind } from '../../../shared/domain/entry-words.ts';
import type { Input } from '../../../shared/contract/contract.ts';
import { errorToFields, errorToText } from '../../api/error-text.ts';
import { createSaveSoon } from '../../api/save-soon.ts';
import { draftToForm, emptyForm, formToContent, isEmptyForm, type EntryForm } from './entry-form.ts';
import type { JournalState, Slice } from './journal-store.ts';

export interface Composer {
  form: EntryForm;
  isUnfolded: boolean;
  isSaving: boolean;
  problem: string | null;
  errors: Readonly<Record<string, string>>;
  /** Why what is typed is not kept as a draft at the moment; null when it is. */
  draftProblem: string | null;
}

export interface ComposerSlice {
  composer: Composer;
  write: (form: EntryForm) => void;
  setKind: (kind: EntryKind) => void;
  unfold: (isUnfolded: boolean) => void;
  /** Brings back what was typed before the page was closed. */
  restoreDraft: () => Promise<void>;
  /** Saves the entry and returns its id; null when it was refused, and then everything typed stays. */
  save: () => Promise<string | null>;
  /** Saves a draft that waits, before the page goes away. */
  flushComposer: () => Promise<void>;
}

/** The line at the top of the journal where an entry begins. */
export const createComposer: Slice<ComposerSlice> = (set, get, { request }) => {
  const change = (part: Partial<Composer>) => set({ composer: { ...get().composer, ...part } });
  const draft = createSaveSoon<EntryForm>(
    async (form) => {
      await (isEmptyForm(form)
        ? request('drafts.discard', { place: 'composer' })
        : request('drafts.save', { place: 'composer', content: form as unknown as Input<'drafts.save'>['content'] }));
    },
    (problem) => change({ draftProblem: problem === null ? null : errorToText(problem) }),
  );
  const write = (form: EntryForm) => {
    change({ form, problem: null, errors: {} });
    draft.schedule(form);
  };
  const save = async (form: EntryForm) => {
    try {
      const { id } = await request('entries.create', formToContent(form, get().today));
      // The empty form stands for "no draft": it is discarded, and tried again until it is.
      change({ form: emptyForm(form.kind), isUnfolded: false, isSaving: false });
      draft.schedule(get().composer.form);
      void draft.flush();
      await showSaved(id, set, get);
      return id;
    } catch (error) {
      const errors = errorToFields(error);
      const isUnfolded = get().composer.isUnfolded || Object.keys(errors).some((field) => field !== 'title');
      change({ isSaving: false, errors, problem: errorToText(error), isUnfolded });
      return null;
    }
  };

  return {
    composer: { form: emptyForm('win'), ...CALM },
    write,
    setKind: (kind) => write({ ...get().composer.form, kind }),
    unfold: (isUnfolded) => change({ isUnfolded }),
    flushComposer: () => draft.flush(),
    async restoreDraft() {
      const kept = await request('drafts.get', { place: 'composer' });
      if (!kept || !isEmptyForm(get().composer.form)) return;
      const form = draftToForm(kept.content);
      change({ form, isUnfolded: !isEmptyForm({ ...form, title: '' }) });
    },
    async save() {
      const { form, isSaving } = get().composer;
      if (isSaving) return null;
      change({ isSaving: true, problem: null, errors: {} });
      return save(form);
    },
  };
};

const CALM: Omit<Composer, 'form'> = {
  isUnfolded: false,
  isSaving: false,
  problem: null,
  errors: {},
  draftProblem: null,
};

/** Shows the list with the saved entry in it, whatever was filtered before. */
async function showSaved(id: string, set: (part: Partial<JournalState>) => void, get: () => JournalState) {
  set({ savedId: id });
  await get().readTop();
  set({ cursorId: id });
}
