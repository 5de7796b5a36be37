import type { Day } from '../../../shared/domain/day.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Slice } from './journal-store.ts';
import type { DaySpan, ListDay } from './list-days.ts';
import {
  fillGap,
  fillSeen,
  findTyped,
  readFoundAgain,
  readMore,
  readTrash,
  readWhole,
  showDays,
  type ListDesk,
} from './list-desk.ts';

interface Filter {
  isTrash: boolean;
}

/** What the list's headings stand for. */
export type Grouping = 'day' | 'week' | 'month' | 'quarter';

export interface Timeline {
  filter: Filter;
  grouping: Grouping;
  /** The search as it is typed, and the one whose answer stands in the list. */
  query: string;
  shownQuery: string;
  /** The list: every day it reaches over, newest first; entries only where one looks. */
  days: readonly ListDay[];
  /** The entries at hand, newest first; in the trash all of them. */
  entries: readonly Entry[];
  /** Where the list goes on beyond its last day; null when it does not. */
  nextBefore: number | null;
  isLoaded: boolean;
  problem: string | null;
  setGrouping: (grouping: Grouping) => void;
  setFilter: (filter: Filter) => Promise<void>;
  /** Asks for every state of the line at once. */
  setQuery: (query: string) => Promise<void>;
  /** Reads again what is seen, and how many entries the days hold. */
  reload: () => Promise<void>;
  /** The same in the whole journal, outside trash and search: where a new entry is seen. */
  readTop: () => Promise<void>;
  /** Tells which days are seen, so that their entries are read and others let go, and which entry is the uppermost. */
  see: (span: DaySpan, topId: string | null) => void;
  /** The uppermost entry in sight. */
  topEntry: () => string | null;
  loadMore: () => Promise<void>;
  /** Brings the entries of a day to hand. */
  loadDay: (day: Day) => Promise<void>;
}

/** The list of entries: all of them by day, or what a search finds. Only what is seen is held and read again. */
export const createTimeline: Slice<Timeline> = (set, get, { request }) => {
  const desk: ListDesk = {
    set,
    get,
    request,
    turn: 0,
    seen: null,
    topId: null,
    whole: null,
    isFinding: false,
    isFilling: false,
    isLoadingMore: false,
  };
  return {
    ...EMPTY,
    setGrouping: (grouping) => set({ grouping }),
    reload() {
      const { filter, query } = get();
      if (filter.isTrash) return readTrash(desk);
      return query.trim() ? readFoundAgain(desk) : readWhole(desk);
    },
    async readTop() {
      if (get().filter.isTrash) await get().setFilter({ isTrash: false });
      else if (get().query.trim()) {
        desk.whole = null;
        await get().setQuery('');
      } else await readWhole(desk);
    },
    loadMore: () => readMore(desk),
    topEntry: () => desk.topId,
    see(span, topId) {
      desk.seen = span;
      desk.topId = topId;
      void fillSeen(desk);
    },
    async loadDay(day) {
      await fillGap(desk, { from: day, to: day });
    },
    async setFilter(filter) {
      Object.assign(desk, { turn: desk.turn + 1, whole: null, seen: null });
      set({ ...EMPTY, grouping: get().grouping, filter, cursorId: null, selected: new Map() });
      await get().reload();
    },
    async setQuery(query) {
      const wasEmpty = !get().query.trim();
      set({ query });
      if (query.trim()) {
        if (wasEmpty) desk.seen = null;
        return findTyped(desk);
      }
      if (wasEmpty) return;
      desk.seen = null;
      if (!desk.whole) return readWhole(desk);
      desk.turn++;
      showDays(desk, desk.whole, { nextBefore: null, shownQuery: '' });
    },
  };
};

const EMPTY = {
  filter: { isTrash: false },
  grouping: 'week' as Grouping,
  query: '',
  shownQuery: '',
  days: [],
  entries: [],
  nextBefore: null,
  isLoaded: false,
  problem: null,
};
