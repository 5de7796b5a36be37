import type { Input } from '../../../shared/contract/contract.ts';
import { errorToFields, errorToText } from '../../api/error-text.ts';
import { bareGround, readLineGround, type LineGround } from '../../api/line-ground.ts';
import { createSaveSoon } from '../../api/save-soon.ts';
import { draftToForm, emptyForm, isEmptyForm, type EntryForm } from './entry-form.ts';
import type { JournalState, Slice } from './journal-store.ts';
import { lineToEntry } from './merge-line.ts';

export interface Composer {
  /** Its title is the line as it is typed, signs and all. */
  form: EntryForm;
  /** What the line is read against. */
  ground: LineGround;
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
  /** Writes a part of the form as it stands now: two in one event do not overwrite each other. */
  amend: (toPart: (form: EntryForm) => Partial<EntryForm>) => void;
  unfold: (isUnfolded: boolean) => void;
  /** Asks for the names that complete the line, and loads the reader of dates. */
  readGround: () => Promise<void>;
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
  const readGround = async () => change({ ground: await readLineGround(request) });
  const save = async (form: EntryForm) => {
    try {
      if (!get().composer.ground.isRead) await readGround();
      const { ground } = get().composer;
      const { id } = await request('entries.create', lineToEntry(form, ground, get().today));
      // The empty form stands for "no draft": it is discarded, and tried again until it is.
      change({ form: emptyForm(form.kind), isUnfolded: false, isSaving: false });
      draft.schedule(get().composer.form);
      void draft.flush();
      void readGround().catch(() => {});
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
    composer: { form: emptyForm('win'), ground: bareGround(), ...CALM },
    readGround,
    write,
    amend(toPart) {
      const { form } = get().composer;
      write({ ...form, ...toPart(form) });
    },
    unfold: (isUnfolded) => change({ isUnfolded }),
    flushComposer: () => draft.flush(),
    async restoreDraft() {
      // Names and dates come when they come; the line can be typed meanwhile.
      void readGround().catch(() => {});
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

const CALM: Omit<Composer, 'form' | 'ground'> = {
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
