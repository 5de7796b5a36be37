import type Database from 'better-sqlite3';
import { dayToNumber, type Day } from '../../../shared/domain/day.ts';
import { prepare } from './prepare.ts';

/** How many entries a day can hold. */
export const POSITIONS_A_DAY = 2 ** 20;

/** A row of `entries` with the text of its newest revision. */
export interface EntryRow {
  position: number;
  id: string;
  revision: number;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  content: string;
  sha256: string;
}

/** What `entries` keeps beside the text, for lists and counts. */
export interface EntryColumns {
  id: string;
  kind: string;
  occurredOn: Day;
  title: string;
  status: string;
  visibility: string;
  raiseAtNextMeeting: number;
  hasResult: number;
  hasLink: number;
  hasWitness: number;
  revision: number;
  now: string;
}

/** The columns of an {@link EntryRow}, from `entries e` and `revisions r`. */
export const ENTRY_COLUMNS =
  'e.position, e.id, e.revision, e.created_at, e.updated_at, e.trashed_at, r.content, r.sha256';

const SELECT_ENTRY = `
  SELECT ${ENTRY_COLUMNS}
  FROM entries e JOIN revisions r ON r.entry_id = e.id AND r.number = e.revision`;

/** The entry, in the journal or in the trash; undefined where there is none. */
export function selectEntry(db: Database.Database, id: string): EntryRow | undefined {
  return prepare<[string], EntryRow>(db, `${SELECT_ENTRY} WHERE e.id = ?`).get(id);
}

/** Up to two ids that contain the text. */
export function selectIdsLike(db: Database.Database, idPart: string): string[] {
  return prepare<[string], string>(db, 'SELECT id FROM entries WHERE instr(id, ?) > 0 LIMIT 2').pluck().all(idPart);
}

/** The trash, what was thrown away last first. */
export function selectTrash(db: Database.Database, limit: number): EntryRow[] {
  return prepare<[number], EntryRow>(
    db,
    `${SELECT_ENTRY} WHERE e.trashed_at IS NOT NULL ORDER BY e.trashed_at DESC, e.position DESC LIMIT ?`,
  ).all(limit);
}

/** How many entries are in the journal and in the trash. */
export function countEntries(db: Database.Database): { entries: number; trashed: number } {
  const all = prepare<[], number>(db, 'SELECT count(*) FROM entries').pluck().get() ?? 0;
  const trashed =
    prepare<[], number>(db, 'SELECT count(*) FROM entries WHERE trashed_at IS NOT NULL').pluck().get() ?? 0;
  return { entries: all - trashed, trashed };
}

/** Whether an entry of this day is in the journal. */
export function hasLoggedOn(db: Database.Database, day: Day): boolean {
  const first = dayToNumber(day) * POSITIONS_A_DAY;
  const sentence = 'SELECT 1 FROM entries WHERE position >= ? AND position < ? AND trashed_at IS NULL LIMIT 1';
  return prepare<[number, number], number>(db, sentence).get(first, first + POSITIONS_A_DAY) !== undefined;
}

/** What was put into the trash before this instant (UTC). */
export function selectIdsTrashedBefore(db: Database.Database, instant: string): string[] {
  return prepare<[string], string>(db, 'SELECT id FROM entries WHERE trashed_at < ?').pluck().all(instant);
}

/** Deletes an entry for good, with every saved version, if it is in the trash, and returns where it stood. */
export function deleteEntry(db: Database.Database, id: string): number | undefined {
  const sentence = 'DELETE FROM entries WHERE id = ? AND trashed_at IS NOT NULL RETURNING position';
  return prepare<[string], number>(db, sentence).pluck().all(id)[0];
}

/** Adds an entry behind the last one of its day and returns its position. */
export function insertEntry(db: Database.Database, columns: EntryColumns): number {
  const position = nextPosition(db, columns.occurredOn);
  prepare(
    db,
    `INSERT INTO entries (position, id, kind, occurred_on, title, status, visibility, raise_at_next_meeting,
       has_result, has_link, has_witness, revision, created_at, updated_at)
     VALUES (:position, :id, :kind, :occurredOn, :title, :status, :visibility, :raiseAtNextMeeting,
       :hasResult, :hasLink, :hasWitness, :revision, :now, :now)`,
  ).run({ ...columns, position });
  return position;
}

/** What a rescue knows of an entry's row beside its content. Times are UTC. */
export interface SavedRow {
  /** Where it was inserted. */
  inserted: number;
  /** Where it stood before. */
  position: number;
  updatedAt: string;
  trashedAt: string | null;
}

/** Gives a rescued entry back its place within its day, where that is free, and its times. Returns its position. */
export function moveSaved(db: Database.Database, { inserted, position, updatedAt, trashedAt }: SavedRow): number {
  const isFree = prepare<[number], number>(db, 'SELECT 1 FROM entries WHERE position = ?').pluck().get(position) !== 1;
  const to = isFree ? position : inserted;
  prepare(
    db,
    'UPDATE entries SET position = :to, updated_at = :updatedAt, trashed_at = :trashedAt WHERE position = :inserted',
  ).run({ to, updatedAt, trashedAt, inserted });
  return to;
}

/** Rewrites an entry's row after a save; another day moves it behind the last one of that day. Returns its position. */
export function updateEntry(db: Database.Database, columns: EntryColumns, row: EntryRow): number {
  const isSameDay = positionToDayNumber(row.position) === dayToNumber(columns.occurredOn);
  const position = isSameDay ? row.position : nextPosition(db, columns.occurredOn);
  prepare(
    db,
    `UPDATE entries SET position = :position, kind = :kind, occurred_on = :occurredOn, title = :title,
       status = :status, visibility = :visibility, raise_at_next_meeting = :raiseAtNextMeeting,
       has_result = :hasResult, has_link = :hasLink, has_witness = :hasWitness, revision = :revision, updated_at = :now
     WHERE id = :id`,
  ).run({ ...columns, position });
  return position;
}

/** Puts an entry into the trash (`trashedAt` UTC) or takes it out (null). */
export function updateTrashedAt(db: Database.Database, id: string, trashedAt: string | null): void {
  prepare<[string | null, string], never>(db, 'UPDATE entries SET trashed_at = ? WHERE id = ?').run(trashedAt, id);
}

function nextPosition(db: Database.Database, day: Day): number {
  const first = dayToNumber(day) * POSITIONS_A_DAY;
  const last = prepare<[number, number], number | null>(
    db,
    'SELECT max(position) FROM entries WHERE position >= ? AND position < ?',
  )
    .pluck()
    .get(first, first + POSITIONS_A_DAY);
  return last === null || last === undefined ? first : last + 1;
}

function positionToDayNumber(position: number): number {
  return Math.floor(position / POSITIONS_A_DAY);
}
