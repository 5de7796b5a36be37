import type { Day } from '../../../shared/domain/day.ts';
import type { Entry } from '../../../shared/domain/entry.ts';

/** A day of the list: how many entries it holds, and the entries themselves while they are near what is seen. */
export interface ListDay {
  day: Day;
  count: number;
  entries: readonly Entry[] | null;
}

/** Days from `from` to `to`, both included. */
export interface DaySpan {
  from: Day;
  to: Day;
}

/** Entries, newest first, as days. */
export function entriesToDays(entries: readonly Entry[]): ListDay[] {
  const days: { day: Day; count: number; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.day === entry.occurredOn) last.count = last.entries.push(entry);
    else days.push({ day: entry.occurredOn, count: 1, entries: [entry] });
  }
  return days;
}

/** The entries that are at hand, newest first. */
export function daysToEntries(days: readonly ListDay[]): Entry[] {
  return days.flatMap((one) => one.entries ?? []);
}

/** The days with what was read of a span in the stead of what stood there. Entries that did not change stay the same objects. */
export function putSpan(days: readonly ListDay[], span: DaySpan, entries: readonly Entry[]): ListDay[] {
  const inside = days.filter(({ day }) => isInSpan(day, span));
  const read = entriesToDays(keepSame(daysToEntries(inside), entries));
  return [...days.filter(({ day }) => day > span.to), ...read, ...days.filter(({ day }) => day < span.from)];
}

/** The days with the next page after them; the page may begin inside the last day. */
export function appendPage(days: readonly ListDay[], page: readonly Entry[]): ListDay[] {
  const [first, ...rest] = entriesToDays(page);
  const last = days.at(-1);
  if (!first || !last || first.day !== last.day) return [...days, ...entriesToDays(page)];
  const known = last.entries ?? [];
  const ids = new Set(known.map(({ id }) => id));
  const entries = [...known, ...(first.entries ?? []).filter(({ id }) => !ids.has(id))];
  return [...days.slice(0, -1), { day: last.day, count: entries.length, entries }, ...rest];
}

/** The counted days, with those entries kept that are seen and still as many. */
export function keepSeen(counted: readonly ListDay[], days: readonly ListDay[], seen: DaySpan): readonly ListDay[] {
  const known = new Map(days.map((one) => [one.day, one]));
  return counted.map((one) => {
    const old = known.get(one.day);
    return old && isInSpan(one.day, seen) && old.count === one.count ? old : one;
  });
}

/** Lets the entries go that are far from what is seen, once there are more than `most` of them. */
export function forgetFar(days: readonly ListDay[], seen: DaySpan, most: number): readonly ListDay[] {
  const loaded = days.reduce((sum, one) => sum + (one.entries?.length ?? 0), 0);
  if (loaded <= most) return days;
  return days.map((one) => (one.entries && !isInSpan(one.day, seen) ? { ...one, entries: null } : one));
}

/** The first days that are seen but not at hand, about as many as one request should carry; null when all are. */
export function findGap(days: readonly ListDay[], seen: DaySpan, most: number): DaySpan | null {
  const at = days.findIndex((one) => one.entries === null && isInSpan(one.day, seen));
  if (at < 0) return null;
  let end = at;
  let count = days[at]!.count;
  for (let next = at + 1; next < days.length; next++) {
    const one = days[next]!;
    if (one.entries !== null || one.day < seen.from || count + one.count > most) break;
    count += one.count;
    end = next;
  }
  return { from: days[end]!.day, to: days[at]!.day };
}

function isInSpan(day: Day, { from, to }: DaySpan): boolean {
  return day >= from && day <= to;
}

/** Entries that did not change stay the same objects, so that their rows are not drawn again. */
function keepSame(before: readonly Entry[], now: readonly Entry[]): Entry[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  return now.map((entry) => {
    const old = known.get(entry.id);
    return old && entryToStamp(old) === entryToStamp(entry) ? old : entry;
  });
}

function entryToStamp({ revision, trashedAt, evidence }: Entry): string {
  return JSON.stringify([revision, trashedAt, evidence]);
}
