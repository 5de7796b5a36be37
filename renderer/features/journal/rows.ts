import type { Day } from '../../../shared/domain/day.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Slice } from './journal-store.ts';
import type { ListDay } from './list-days.ts';

/** Rows before the end of the list at which the next page is read. */
const AHEAD = 20;

/** A row that is to be brought into sight. */
export interface Reveal {
  id: string;
  /** `start` brings it to the top; `nearest` moves no more than it must. */
  align: 'start' | 'nearest';
  takesFocus: boolean;
}

export interface Rows {
  /** The row the keys move from. */
  cursorId: string | null;
  /** The entry just saved, which is seen landing. */
  savedId: string | null;
  reveal: Reveal | null;
  setCursor: (id: string | null) => void;
  /** Moves the cursor by some rows, or to an end of the list, and tells where it is now. */
  moveCursor: (step: number) => Promise<string | null>;
  /** Moves to the day, or to the last one before it that has entries. */
  goToDay: (day: Day, takesFocus: boolean) => Promise<void>;
  trash: (id: string) => Promise<void>;
  restore: (id: string) => Promise<void>;
  restoreMany: (ids: readonly string[]) => Promise<void>;
}

/** What the keys do on the list's rows. */
export const createRows: Slice<Rows> = (set, get, { request, notify }) => {
  const act = async (change: () => Promise<unknown>) => {
    try {
      await change();
      await Promise.all([get().reload(), get().reopen()]);
      return true;
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
      return false;
    }
  };
  const move = (method: 'entries.trash' | 'entries.restore', id: string) =>
    act(async () => {
      const neighbour = get().cursorId === id ? neighbourOf(get().entries, id) : get().cursorId;
      await request(method, { id });
      set({ cursorId: neighbour });
    });

  return {
    cursorId: null,
    savedId: null,
    reveal: null,
    setCursor: (cursorId) => cursorId !== get().cursorId && set({ cursorId }),
    async moveCursor(step) {
      const { days, entries, cursorId, topEntry } = get();
      const from = entries.some(({ id }) => id === cursorId) ? cursorId : null;
      // Without a cursor at hand, the keys begin with what one looks at.
      const target = stepToPlace(days, from ?? topEntry() ?? entries[0]?.id, step, from === null);
      if (!target) return null;
      if (!target.one.entries) await get().loadDay(target.one.day);
      const day = get().days.find(({ day: same }) => same === target.one.day);
      const id = day?.entries?.[Math.min(target.index, day.count - 1)]?.id ?? null;
      if (id) set({ cursorId: id, reveal: { id, align: 'nearest', takesFocus: true } });
      if (target.left < AHEAD) void get().loadMore();
      return id;
    },
    async goToDay(day, takesFocus) {
      if (get().filter.isTrash) await get().setFilter({ isTrash: false });
      if (get().query) await get().setQuery('');
      const { days } = get();
      const target = days.find((one) => one.day <= day) ?? days.at(-1);
      if (!target) return;
      await get().loadDay(target.day);
      const id = get().days.find((one) => one.day === target.day)?.entries?.[0]?.id;
      if (id) set({ cursorId: id, reveal: { id, align: 'start', takesFocus } });
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
    async restoreMany(ids) {
      if (!(await act(() => request('entries.restoreMany', { ids: [...ids] })))) return;
      notify({ text: ids.length === 1 ? 'Back in the journal.' : `${ids.length} entries are back in the journal.` });
    },
  };
};

function neighbourOf(entries: readonly Entry[], id: string): string | null {
  const at = entries.findIndex((entry) => entry.id === id);
  return (entries[at + 1] ?? entries[at - 1])?.id ?? null;
}

/** The day and the place in it that lies some rows from an entry, kept inside the list, and how many rows are left after it. */
function stepToPlace(days: readonly ListDay[], id: string | undefined, step: number, isStart: boolean) {
  let row = 0;
  let at: number | null = null;
  for (const { entries, count } of days) {
    const index = entries?.findIndex((entry) => entry.id === id) ?? -1;
    if (index >= 0) at = row + index;
    row += count;
  }
  // The first key enters the list; to an end it goes at once.
  const from = (at ?? 0) + (isStart && Number.isFinite(step) ? 0 : step);
  let rest = Math.max(0, Math.min(row - 1, from));
  const left = row - 1 - rest;
  for (const one of days) {
    if (rest < one.count) return { one, index: rest, left };
    rest -= one.count;
  }
  return null;
}
