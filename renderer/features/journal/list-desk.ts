import type { Request } from '../../../shared/contract/client.ts';
import { errorToText } from '../../api/error-text.ts';
import type { JournalState } from './journal-store.ts';
import {
  appendPage,
  daysToEntries,
  entriesToDays,
  findGap,
  forgetFar,
  keepSeen,
  putSpan,
  type DaySpan,
  type ListDay,
} from './list-days.ts';
import { readCounts, readPage, readSpan } from './read-list.ts';

/** Entries the first page holds (a screenful and a little), those of the next ones, of one gap, and the most that are kept at hand. */
const FIRST_PAGE = 30;
const PAGE = 100;
const GAP = 120;
const KEPT = 1_000;
const TRASH_PAGE = 500;
const EVER: DaySpan = { from: '0000-01-01', to: '9999-12-31' };

/** Where the list is read: what is under way, and what is known besides what is shown. */
export interface ListDesk {
  set: (part: Partial<JournalState>) => void;
  get: () => JournalState;
  request: Request;
  /** Counts the questions; an answer to an older one is let go. */
  turn: number;
  /** The days one looks at. */
  seen: DaySpan | null;
  /** The uppermost entry in sight. */
  topId: string | null;
  /** All days of the journal, while a search takes their place. */
  whole: readonly ListDay[] | null;
  isFinding: boolean;
  isFilling: boolean;
  isLoadingMore: boolean;
}

/** Puts days on the list. */
export function showDays(
  desk: ListDesk,
  days: readonly ListDay[],
  part: { nextBefore?: number | null; shownQuery?: string } = {},
): void {
  desk.set({ days, entries: daysToEntries(days), isLoaded: true, problem: null, ...part });
  const { shownQuery, nextBefore } = desk.get();
  if (shownQuery === '' && nextBefore === null) desk.whole = days;
}

/** Reads the whole journal: what is seen of it, or its first page, and then how many entries each day holds. */
export function readWhole(desk: ListDesk): Promise<void> {
  return attempt(desk, async (isNewest) => {
    const { isLoaded, shownQuery, nextBefore } = desk.get();
    // Entries are on the screen before anything is counted.
    const isWhole = isLoaded && !shownQuery && nextBefore === null;
    const span = isWhole && desk.seen ? await readSeen(desk, desk.seen, isNewest) : await readTopPage(desk, isNewest);
    if (!isNewest()) return;
    const { days, marks } = await readCounts(desk.request);
    if (!isNewest()) return;
    showDays(desk, keepSeen(days, desk.get().days, span), { nextBefore: null });
    desk.set({ marks });
    void fillSeen(desk);
  });
}

async function readTopPage(desk: ListDesk, isNewest: () => boolean): Promise<DaySpan> {
  const page = await readPage(desk.request, '', FIRST_PAGE, null);
  if (isNewest()) showDays(desk, entriesToDays(page.entries), { nextBefore: page.nextBefore, shownQuery: '' });
  return EVER;
}

async function readSeen(desk: ListDesk, seen: DaySpan, isNewest: () => boolean): Promise<DaySpan> {
  // At the top of the list, a day that is newer than all of it is seen too.
  const isTop = seen.to >= (desk.get().days[0]?.day ?? '');
  const span = isTop ? { from: seen.from, to: EVER.to } : seen;
  const entries = await readSpan(desk.request, '', span);
  if (isNewest()) showDays(desk, putSpan(desk.get().days, span, entries));
  return span;
}

/** Asks the search as it is typed. While one answer is awaited, only the newest state of the line waits. */
export async function findTyped(desk: ListDesk): Promise<void> {
  if (desk.isFinding) return;
  desk.isFinding = true;
  try {
    let asked: string;
    do {
      asked = desk.get().query;
      await readFirst(desk, asked);
    } while (asked !== desk.get().query && desk.get().query.trim());
  } finally {
    desk.isFinding = false;
  }
}

/** Reads a search again: from its beginning where that is in sight, else what is seen of it. */
export function readFoundAgain(desk: ListDesk): Promise<void> {
  const { query, shownQuery, days } = desk.get();
  const { seen } = desk;
  desk.whole = null;
  if (!seen || query !== shownQuery || seen.to >= (days[0]?.day ?? '')) return readFirst(desk, query);
  return attempt(desk, async (isNewest) => {
    const entries = await readSpan(desk.request, query, seen);
    if (isNewest()) showDays(desk, putSpan(forgetFar(desk.get().days, seen, 0), seen, entries));
  });
}

/** Reads the trash. */
export function readTrash(desk: ListDesk): Promise<void> {
  return attempt(desk, async (isNewest) => {
    const { entries } = await desk.request('entries.list', { trashed: true, limit: TRASH_PAGE });
    if (isNewest()) desk.set({ entries, isLoaded: true, problem: null });
  });
}

/** Reads the page after the last one. */
export async function readMore(desk: ListDesk): Promise<void> {
  const { nextBefore, shownQuery } = desk.get();
  if (nextBefore === null || desk.isLoadingMore) return;
  desk.isLoadingMore = true;
  const { turn } = desk;
  try {
    const page = await readPage(desk.request, shownQuery, PAGE, nextBefore);
    if (turn !== desk.turn) return;
    showDays(desk, appendPage(desk.get().days, page.entries), { nextBefore: page.nextBefore });
  } catch (error) {
    desk.set({ problem: errorToText(error) });
  } finally {
    desk.isLoadingMore = false;
  }
}

/** Reads what is seen but not at hand; where one looks elsewhere meanwhile, that comes first. */
export async function fillSeen(desk: ListDesk): Promise<void> {
  if (desk.isFilling) return;
  desk.isFilling = true;
  try {
    while (desk.seen && (await fillGap(desk, desk.seen))) {
      // Each round fills one gap.
    }
  } catch (error) {
    desk.set({ problem: errorToText(error) });
  } finally {
    desk.isFilling = false;
  }
}

/** Reads the first days of the span that are not at hand; false when all of them are. */
export async function fillGap(desk: ListDesk, span: DaySpan): Promise<boolean> {
  const gap = findGap(desk.get().days, span, GAP);
  if (!gap) return false;
  const { turn } = desk;
  const entries = await readSpan(desk.request, desk.get().shownQuery, gap);
  if (turn === desk.turn) showDays(desk, forgetFar(putSpan(desk.get().days, gap, entries), desk.seen ?? span, KEPT));
  return true;
}

function readFirst(desk: ListDesk, query: string): Promise<void> {
  return attempt(desk, async (isNewest) => {
    const page = await readPage(desk.request, query, FIRST_PAGE, null);
    if (!isNewest() || query !== desk.get().query) return;
    showDays(desk, putSpan(desk.get().days, EVER, page.entries), { nextBefore: page.nextBefore, shownQuery: query });
  });
}

/** An answer that arrives after a newer question was asked is let go. */
async function attempt(desk: ListDesk, act: (isNewest: () => boolean) => Promise<void>): Promise<void> {
  const mine = ++desk.turn;
  const isNewest = () => mine === desk.turn;
  try {
    await act(isNewest);
  } catch (error) {
    if (isNewest()) desk.set({ problem: errorToText(error), isLoaded: true });
  }
}
