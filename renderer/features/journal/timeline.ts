import type { Output } from '../../../shared/contract/contract.ts';
import type { Request } from '../../../shared/contract/client.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { EntryKind } from '../../../shared/domain/entry-words.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Slice } from './journal-store.ts';

/** Entries a page holds; the most the journal hands out at once is larger and used to read a long list again. */
const PAGE = 50;
const LARGEST_PAGE = 500;

interface Filter {
  kind: EntryKind | 'all';
  isTrash: boolean;
}

export interface Timeline {
  filter: Filter;
  entries: readonly Entry[];
  nextBefore: number | null;
  isLoaded: boolean;
  isLoadingMore: boolean;
  problem: string | null;
  setFilter: (filter: Partial<Filter>) => Promise<void>;
  /** Reads again as much as is on the page. */
  reload: () => Promise<void>;
  /** Reads the first page alone: where a new entry is seen, and quick however long the list has grown. */
  readTop: () => Promise<void>;
  loadMore: () => Promise<void>;
}

/** The list of entries: one filter, pages read as one scrolls, read again after every write. */
export const createTimeline: Slice<Timeline> = (set, get, { request }) => {
  let reading = 0;
  /** An answer that arrives after a newer question was asked is let go. */
  const startReading = () => {
    const mine = ++reading;
    return () => mine === reading;
  };

  const read = async (count: number) => {
    const isNewest = startReading();
    try {
      const page = await readPages(request, get().filter, count);
      if (!isNewest()) return;
      set({ ...page, entries: keepSame(get().entries, page.entries), isLoaded: true, problem: null });
    } catch (error) {
      if (isNewest()) set({ problem: errorToText(error), isLoaded: true });
    }
  };

  const reload = () => read(get().filter.isTrash ? LARGEST_PAGE : Math.max(PAGE, get().entries.length));

  const loadMore = async () => {
    const { nextBefore, isLoadingMore, filter } = get();
    if (nextBefore === null || isLoadingMore) return;
    const isNewest = startReading();
    set({ isLoadingMore: true });
    try {
      const page = await readPage(request, filter, nextBefore, PAGE);
      if (isNewest()) set({ entries: [...get().entries, ...page.entries], nextBefore: page.nextBefore });
    } catch (error) {
      set({ problem: errorToText(error) });
    } finally {
      set({ isLoadingMore: false });
    }
  };

  return {
    filter: { kind: 'all', isTrash: false },
    entries: [],
    nextBefore: null,
    isLoaded: false,
    isLoadingMore: false,
    problem: null,
    reload,
    readTop: () => read(PAGE),
    loadMore,
    async setFilter(filter) {
      set({ filter: { ...get().filter, ...filter }, entries: [], nextBefore: null, isLoaded: false, cursorId: null });
      await reload();
    },
  };
};

type Page = Output<'entries.list'>;

function readPage(request: Request, filter: Filter, before: number | null, limit: number): Promise<Page> {
  const { kind, isTrash } = filter;
  return request('entries.list', {
    limit,
    trashed: isTrash,
    ...(kind === 'all' ? {} : { kind }),
    ...(before === null ? {} : { before }),
  });
}

async function readPages(request: Request, filter: Filter, count: number): Promise<Page> {
  const entries: Entry[] = [];
  let nextBefore: number | null = null;
  do {
    // Each page begins where the one before ended.
    const page: Page = await readPage(request, filter, nextBefore, Math.min(LARGEST_PAGE, count - entries.length));
    entries.push(...page.entries);
    nextBefore = page.nextBefore;
  } while (nextBefore !== null && entries.length < count);
  return { entries, nextBefore };
}

/** Entries that did not change stay the same objects, so that their rows are not drawn again. */
function keepSame(before: readonly Entry[], now: readonly Entry[]): readonly Entry[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  return now.map((entry) => {
    const old = known.get(entry.id);
    return old && entryToStamp(old) === entryToStamp(entry) ? old : entry;
  });
}

function entryToStamp({ revision, trashedAt, evidence }: Entry): string {
  return JSON.stringify([revision, trashedAt, evidence]);
}
