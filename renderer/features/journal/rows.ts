import type { Entry } from '../../../shared/domain/entry.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Slice } from './journal-store.ts';

/** Rows before the end of the list at which the next page is read. */
const AHEAD = 5;

export interface Rows {
  /** The row the keys move from. */
  cursorId: string | null;
  /** The entry just saved, which is seen landing. */
  savedId: string | null;
  setCursor: (id: string | null) => void;
  /** Moves the cursor and returns where it is now. */
  moveCursor: (step: number) => string | null;
  trash: (id: string) => Promise<void>;
  restore: (id: string) => Promise<void>;
}

/** What the keys do on the list's rows. */
export const createRows: Slice<Rows> = (set, get, { request, notify }) => {
  const move = async (method: 'entries.trash' | 'entries.restore', id: string) => {
    try {
      const neighbour = get().cursorId === id ? neighbourOf(get().entries, id) : get().cursorId;
      await request(method, { id });
      set({ cursorId: neighbour });
      await Promise.all([get().reload(), get().reopen()]);
      return true;
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
      return false;
    }
  };

  return {
    cursorId: null,
    savedId: null,
    setCursor: (cursorId) => set({ cursorId }),
    moveCursor(step) {
      const { entries, cursorId } = get();
      const at = entries.findIndex((entry) => entry.id === cursorId);
      const next = entries[at === -1 ? 0 : Math.min(entries.length - 1, Math.max(0, at + step))];
      if (next) set({ cursorId: next.id });
      if (next && entries.indexOf(next) > entries.length - AHEAD) void get().loadMore();
      return next?.id ?? null;
    },
    async trash(id) {
      if (!(await move('entries.trash', id))) return;
      notify({ text: 'Moved to the trash.', action: { verb: 'Undo', run: () => void get().restore(id) } });
    },
    async restore(id) {
      const wasTrash = get().filter.isTrash;
      if (!(await move('entries.restore', id))) return;
      if (wasTrash) notify({ text: 'Back in the journal.' });
      else set({ cursorId: id });
    },
  };
};

function neighbourOf(entries: readonly Entry[], id: string): string | null {
  const at = entries.findIndex((entry) => entry.id === id);
  return (entries[at + 1] ?? entries[at - 1])?.id ?? null;
}
