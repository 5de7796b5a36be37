import type { Request } from '../../../shared/contract/client.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Notify } from '../../ui/notice.ts';
import { addTag, changeVisibility, countToText, mapTo, moveToTrash, type BulkAct } from './bulk-acts.ts';
import type { JournalState, Slice } from './journal-store.ts';
import { rubricCriteria } from './rubric-criteria.ts';
import { readFound } from './read-list.ts';

/** The most entries one request changes. */
const MOST = 10_000;

export interface Selection {
  /** The selected entries as they were when they were selected, or read again since. */
  selected: ReadonlyMap<string, Entry>;
  /** Where a selection that is extended begins. */
  anchorId: string | null;
  isActing: boolean;
  toggleSelected: (id: string) => void;
  /** Selects everything at hand between the anchor and this row. */
  extendSelection: (id: string) => void;
  /** Selects everything the list reaches over, up to what one change carries. */
  selectAll: () => Promise<void>;
  clearSelection: () => void;
  tagSelected: (tag: string) => Promise<void>;
  mapSelected: (criterionId: string) => Promise<void>;
  setSelectedVisibility: (visibility: 'shareable' | 'private') => Promise<void>;
  trashSelected: () => Promise<void>;
}

/** Several entries chosen at once, and what can be done to all of them, each with one way back. */
export const createSelection: Slice<Selection> = (set, get, { request, notify }) => {
  const act = (start: (entries: Entry[]) => BulkAct | string) => runAct({ set, get, request, notify }, start);
  return {
    selected: new Map(),
    anchorId: null,
    isActing: false,
    toggleSelected(id) {
      const selected = new Map(get().selected);
      const entry = get().entries.find((one) => one.id === id);
      if (!selected.delete(id) && entry) selected.set(id, entry);
      set({ selected, anchorId: id });
    },
    extendSelection(id) {
      const { entries, anchorId, cursorId } = get();
      const from = entries.findIndex((entry) => entry.id === (anchorId ?? cursorId ?? id));
      const to = entries.findIndex((entry) => entry.id === id);
      if (to < 0) return;
      const range = entries.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1);
      set({
        selected: new Map([...get().selected, ...range.map((entry) => [entry.id, entry] as const)]),
        anchorId: anchorId ?? cursorId ?? id,
      });
    },
    async selectAll() {
      try {
        const entries = await readFound(request, get().shownQuery, MOST);
        set({ selected: new Map(entries.map((entry) => [entry.id, entry])), anchorId: null });
      } catch (error) {
        notify({ text: errorToText(error), tone: 'problem' });
      }
    },
    clearSelection: () => set({ selected: new Map(), anchorId: null }),
    tagSelected: (tag) => act((entries) => addTag(entries, tag)),
    mapSelected: (criterionId) => act((entries) => mapTo(entries, criterionId, criterionToName(get(), criterionId))),
    setSelectedVisibility: (visibility) => act((entries) => changeVisibility(entries, visibility)),
    async trashSelected() {
      await act(moveToTrash);
    },
  };
};

interface Stage {
  set: (part: Partial<JournalState>) => void;
  get: () => JournalState;
  request: Request;
  notify: Notify;
}

/** Does it, shows it, and offers the way back; a refusal is told in words and leaves everything as it was. */
async function runAct(
  { set, get, request, notify }: Stage,
  start: (entries: Entry[]) => BulkAct | string,
): Promise<void> {
  const act = start(selectedAsSeen(get()));
  if (typeof act === 'string') return notify({ text: act });
  const showAgain = async (entries: readonly Entry[]) => {
    const { selected } = get();
    const changed = new Map(entries.map((entry) => [entry.id, entry]));
    set({ selected: new Map([...selected].map(([id, entry]) => [id, changed.get(id) ?? entry])) });
    await Promise.all([get().reload(), get().reopen()]);
  };
  const undo = async (done: readonly Entry[]) => {
    try {
      await showAgain(await act.undo(request, done));
      notify({ text: `${countToText(done.length)} as before.` });
    } catch (error) {
      notify({ text: `Nothing was taken back. ${errorToText(error)}`, tone: 'problem' });
    }
  };
  set({ isActing: true });
  try {
    const done = await act.run(request);
    if (act.endsSelection) get().clearSelection();
    await showAgain(done);
    notify({ text: act.text, action: { verb: 'Undo', run: () => void undo(done) } });
  } catch (error) {
    notify({ text: errorToText(error), tone: 'problem' });
    // What stands in the way may be newer than what is on the page.
    await get().reload();
  } finally {
    set({ isActing: false });
  }
}

/** The selected entries, each as it stands on the page where it is there. */
function selectedAsSeen({ selected, entries }: JournalState): Entry[] {
  const seen = new Map(entries.map((entry) => [entry.id, entry]));
  return [...selected.values()].map((entry) => seen.get(entry.id) ?? entry);
}

function criterionToName({ rubric }: JournalState, criterionId: string): string {
  return rubricCriteria(rubric).find(({ id }) => id === criterionId)?.name ?? criterionId;
}
