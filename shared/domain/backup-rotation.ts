import type { Backup } from './backup.ts';

const HOURS_KEPT = 24;
const DAYS_KEPT = 30;
/** So many backups are kept after which the journal held fewer entries: the last ones that have what went. */
const FULLER_KEPT = 30;

/**
 * The backups that may go, of those made by themselves: kept are the newest of each of the last 24 hours and 30 days that
 * have one, the newest of every month, those the journal shrank after, and always the newest of all. What a person or a
 * migration made is never among them. The order is that of making: a clock may run backwards.
 */
export function findSuperfluous(backups: readonly Backup[]): Backup[] {
  const newestFirst = sortNewestFirst(backups.filter(({ reason }) => reason === 'by-itself'));
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(newestFirst, 'YYYY-MM-DDTHH'.length).slice(0, HOURS_KEPT),
    ...newestOfEach(newestFirst, 'YYYY-MM-DD'.length).slice(0, DAYS_KEPT),
    ...newestOfEach(newestFirst, 'YYYY-MM'.length),
    ...fullerThanNext(sortNewestFirst(backups)).slice(0, FULLER_KEPT),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

/** The backups by when they were made, the newest first. */
export function sortNewestFirst<Made extends Pick<Backup, 'number' | 'madeAt'>>(backups: readonly Made[]): Made[] {
  return backups.toSorted((a, b) => b.number - a.number || (a.madeAt < b.madeAt ? 1 : -1));
}

/** The newest backup of each hour, day or month: of all whose time begins with the same characters. */
function newestOfEach(newestFirst: readonly Backup[], characters: number): Backup[] {
  const groups = Map.groupBy(newestFirst, ({ madeAt }) => madeAt.slice(0, characters));
  return [...groups.values()].map(([newest]) => newest!);
}

/** The backups that hold more entries than the one made after them. */
function fullerThanNext(newestFirst: readonly Backup[]): Backup[] {
  return newestFirst.filter((backup, index) => index > 0 && backup.entries > newestFirst[index - 1]!.entries);
}
