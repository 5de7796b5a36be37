import type { Backup } from './backup.ts';

const HOURS_KEPT = 24;
const DAYS_KEPT = 30;

/**
 * The backups that may go, of those made by themselves: kept are the newest of each of the last 24 hours and 30 days that
 * have one, the newest of every month, and always the newest of all. What a person or a migration made is never among them.
 */
export function findSuperfluous(backups: readonly Backup[]): Backup[] {
  const newestFirst = backups
    .filter(({ reason }) => reason === 'by-itself')
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  const kept = new Set([
    ...newestOfEach(newestFirst, 'YYYY-MM-DDTHH'.length).slice(0, HOURS_KEPT),
    ...newestOfEach(newestFirst, 'YYYY-MM-DD'.length).slice(0, DAYS_KEPT),
    ...newestOfEach(newestFirst, 'YYYY-MM'.length),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

/** The newest backup of each hour, day or month: of all whose time begins with the same characters. */
function newestOfEach(newestFirst: readonly Backup[], characters: number): Backup[] {
  const groups = Map.groupBy(newestFirst, ({ madeAt }) => madeAt.slice(0, characters));
  return [...groups.values()].map(([newest]) => newest!);
}
