import type { Request } from '../../../shared/contract/client.ts';
import type { Output } from '../../../shared/contract/contract.ts';
import { addDays, type Day } from '../../../shared/domain/day.ts';
import type { DayMark } from '../../../shared/domain/day-mark.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { DaySpan, ListDay } from './list-days.ts';

/** The most entries and the most days that one answer carries. */
const LARGEST_PAGE = 500;
const MOST_DAYS = 4_018;

export type Page = Output<'entries.list'>;

/** One page of the whole journal, or of what the query finds. */
export function readPage(request: Request, query: string, limit: number, before: number | null): Promise<Page> {
  const place = { limit, ...(before === null ? {} : { before }) };
  return query.trim() ? request('find.entries', { query, ...place }) : request('entries.list', place);
}

/** Every entry of a span of days, of the whole journal or of what the query finds, newest first. */
export function readSpan(request: Request, query: string, { from, to }: DaySpan): Promise<Entry[]> {
  if (!query.trim()) return readAll((place) => request('entries.list', { from, to, ...place }), Infinity);
  // Of two filters of one name the last one counts, and these days lie inside what the query asks for.
  const narrowed = `${closeQuotes(query)} since:${from} until:${to}`;
  return readAll((place) => request('find.entries', { query: narrowed, ...place }), Infinity);
}

/** Everything the query finds, newest first, up to `most`. */
export function readFound(request: Request, query: string, most: number): Promise<Entry[]> {
  return readAll(({ limit, before }) => readPage(request, query, limit, before ?? null), most);
}

/** How many entries every day holds, newest first, and the marks of those days. */
export async function readCounts(request: Request): Promise<{ days: ListDay[]; marks: Map<Day, DayMark> }> {
  const days: ListDay[] = [];
  const marks = new Map<Day, DayMark>();
  let newest = await readNewestDay(request);
  while (newest !== null) {
    const from = addDays(newest, 1 - MOST_DAYS);
    // Each stretch begins at the newest entry before the stretch read last.
    const found = await request('days.list', { from, to: newest });
    for (const { day, entries, mark } of found.toReversed()) {
      if (entries > 0) days.push({ day, count: entries, entries: null });
      if (mark) marks.set(day, mark);
    }
    newest = await readNewestDay(request, addDays(from, -1));
  }
  return { days, marks };
}

async function readNewestDay(request: Request, to?: Day): Promise<Day | null> {
  const { entries } = await request('entries.list', { limit: 1, ...(to ? { to } : {}) });
  return entries[0]?.occurredOn ?? null;
}

async function readAll(read: (place: { limit: number; before?: number }) => Promise<Page>, most: number) {
  const entries: Entry[] = [];
  let before: number | null = null;
  do {
    // Each page begins where the one before ended.
    const page: Page = await read({ limit: LARGEST_PAGE, ...(before === null ? {} : { before }) });
    entries.push(...page.entries);
    before = page.nextBefore;
  } while (before !== null && entries.length < most);
  return entries.slice(0, most);
}

function closeQuotes(query: string): string {
  return query.split('"').length % 2 === 0 ? `${query}"` : query;
}
