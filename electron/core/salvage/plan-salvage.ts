import type { Salvage } from '../../../shared/domain/journal.ts';
import type { RevisionRow } from '../db/revisions-sql.ts';
import type { Row } from '../db/salvage-sql.ts';
import { versionKey, type Findings } from './read-findings.ts';

/** An entry as it comes back. */
export interface SavedEntry {
  id: string;
  /** Its row, where one was read. */
  row: Row | undefined;
  /** Its versions that are whole, oldest first. */
  versions: RevisionRow[];
  /** The one that is its text. */
  current: RevisionRow;
}

/** What a rescue brings back, and what it says about it. */
export interface SalvagePlan {
  entries: SavedEntry[];
  report: Omit<Salvage, 'kept' | 'fromBackup'> & { entriesFromBackup: number };
}

/** Puts together what the damaged file and the newest sound backup have of each entry. */
export function planSalvage(damaged: Findings, backup: Findings | undefined): SalvagePlan {
  const own = versionsByEntry(damaged);
  const copied = backup ? versionsByEntry(backup) : new Map<string, RevisionRow[]>();
  // An entry that is only in the backup was deleted since, unless the damaged file can no longer tell.
  const ids = damaged.knowsAllEntries
    ? [...damaged.entries.keys()]
    : [...damaged.ids.union(backup?.ids ?? new Set<string>())];
  const entries: SavedEntry[] = [];
  const report = { recovered: 0, of: ids.length, entriesFromBackup: 0, older: 0, lost: [] as Salvage['lost'] };
  for (const id of ids) {
    const row = damaged.entries.get(id) ?? backup?.entries.get(id);
    const saved = saveEntry(id, row, own.get(id) ?? [], copied.get(id) ?? []);
    if (!saved) {
      report.lost.push({ id, title: typeof row?.['title'] === 'string' ? row['title'] : null });
      continue;
    }
    entries.push(saved);
    if (own.has(id)) report.recovered += 1;
    else report.entriesFromBackup += 1;
    if (isOlder(saved, damaged)) report.older += 1;
  }
  const lostVersions = [...damaged.damaged].filter((key) => !backup?.revisions.has(key)).length;
  return { entries, report: { ...report, lostVersions, isAtLeast: !damaged.knowsAllIds } };
}

function saveEntry(
  id: string,
  row: Row | undefined,
  own: RevisionRow[],
  copied: RevisionRow[],
): SavedEntry | undefined {
  const all = new Map([...copied, ...own].map((version) => [version.number, version]));
  const versions = [...all.values()].toSorted((a, b) => a.number - b.number);
  const current = versions.find(({ number }) => number === row?.['revision']) ?? followVersions(versions);
  return current && { id, row, versions, current };
}

/** The version that an entry without its row would point at: a save on an old version was set aside, and is not it. */
function followVersions(versions: readonly RevisionRow[]): RevisionRow | undefined {
  let [current] = versions;
  for (const version of versions.slice(1)) {
    const isGap = version.base !== null && !versions.some(({ number }) => number === version.base);
    if (version.base === current?.number || isGap) current = version;
  }
  return current;
}

/** Whether it is known that there was a later text. */
function isOlder({ id, current }: SavedEntry, damaged: Findings): boolean {
  const pointed = damaged.entries.get(id)?.['revision'];
  if (typeof pointed === 'number') return current.number < pointed;
  return damaged.damaged.has(versionKey({ entry_id: id, number: current.number + 1 }));
}

function versionsByEntry({ revisions }: Findings): Map<string, RevisionRow[]> {
  return Map.groupBy(revisions.values(), ({ entry_id }) => entry_id);
}
