import type Database from 'better-sqlite3';
import { dayToNumber } from '../../../shared/domain/day.ts';
import { insertEntry, moveSaved, POSITIONS_A_DAY } from '../db/entries-sql.ts';
import { insertRevision } from '../db/revisions-sql.ts';
import { insertRow, listOtherTables, type Row } from '../db/salvage-sql.ts';
import { storedToContent } from '../db/stored-content.ts';
import { contentToColumns, writeNamesAndWords } from '../entries.ts';
import type { SavedEntry } from './plan-salvage.ts';
import type { Findings } from './read-findings.ts';

/** The time of what has lost its time. */
const UNKNOWN = '1970-01-01T00:00:00.000Z';

/** Fills a new journal with what was saved, in one transaction. */
export function fillJournal(db: Database.Database, entries: readonly SavedEntry[], sources: readonly Findings[]): void {
  db.transaction(() => {
    // People first: their roles and names as spelled; entries refer to them by key.
    for (const source of sources) insertRows(db, source, 'people');
    for (const entry of entries.toSorted(byPosition)) addEntry(db, entry);
    for (const table of listOtherTables(db)) addRows(db, table, sources);
  }).immediate();
}

/** The damaged file's own rows; the backup's only where the file could not be read to its end. */
function addRows(db: Database.Database, table: string, [damaged, backup]: readonly Findings[]): void {
  if (table === 'people' || table === 'projects' || table === 'tags') return;
  if (damaged) insertRows(db, damaged, table);
  if (backup && !damaged?.others.get(table)?.isComplete) insertRows(db, backup, table);
}

function insertRows(db: Database.Database, { others }: Findings, table: string): void {
  for (const row of others.get(table)?.rows ?? []) if (isReadable(table, row)) insertRow(db, table, row);
}

/** Text that is JSON must still be: half a draft is no draft. */
function isReadable(table: string, row: Row): boolean {
  const json = table === 'settings' ? row['value'] : table === 'drafts' || table === 'rubrics' ? row['content'] : '{}';
  try {
    JSON.parse(String(json));
    return true;
  } catch {
    return false;
  }
}

function addEntry(db: Database.Database, { id, row, versions, current }: SavedEntry): void {
  const content = storedToContent(current.content);
  const created = instantOr(row?.['created_at'], instantOr(versions[0]!.saved_at, UNKNOWN));
  const inserted = insertEntry(db, contentToColumns(content, id, current.number, created));
  const before = row?.['position'];
  const isSameDay =
    typeof before === 'number' && Math.floor(before / POSITIONS_A_DAY) === dayToNumber(content.occurredOn);
  const position = moveSaved(db, {
    inserted,
    position: isSameDay ? before : inserted,
    updatedAt: instantOr(row?.['updated_at'], instantOr(current.saved_at, created)),
    trashedAt: row?.['trashed_at'] == null ? null : instantOr(row['trashed_at'], created),
  });
  for (const { entry_id, number, base, saved_at, content: text, sha256 } of versions) {
    const savedAt = instantOr(saved_at, created);
    const below = typeof base === 'number' && base > 0 && base < number ? base : null;
    insertRevision(db, { entry_id, number, base: below, saved_at: savedAt, content: text, sha256 });
  }
  writeNamesAndWords({ db }, position, content);
}

/** These stand beside the text, where no SHA-256 vouches for them. */
function instantOr(text: unknown, otherwise: string): string {
  return typeof text === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
    !Number.isNaN(Date.parse(text))
    ? text
    : otherwise;
}

function byPosition(a: SavedEntry, b: SavedEntry): number {
  return positionOf(a) - positionOf(b);
}

function positionOf({ row }: SavedEntry): number {
  return typeof row?.['position'] === 'number' ? row['position'] : Number.MAX_SAFE_INTEGER;
}
