import type Database from 'better-sqlite3';
import { prepare } from './prepare.ts';

/** A row of `revisions`. `base` is the revision its writer had before it; null for the first. */
export interface RevisionRow {
  entry_id: string;
  number: number;
  base: number | null;
  saved_at: string;
  content: string;
  sha256: string;
}

/** Keeps one saved version for good. */
export function insertRevision(db: Database.Database, row: RevisionRow): void {
  prepare<[RevisionRow], never>(
    db,
    `INSERT INTO revisions (entry_id, number, base, saved_at, content, sha256)
     VALUES (:entry_id, :number, :base, :saved_at, :content, :sha256)`,
  ).run(row);
}

/** The number of the newest version of an entry, conflicting ones included; 0 before the first. */
export function selectNewestNumber(db: Database.Database, entryId: string): number {
  const sentence = 'SELECT max(number) FROM revisions WHERE entry_id = ?';
  return prepare<[string], number | null>(db, sentence).pluck().get(entryId) ?? 0;
}

/** Every saved version of an entry, newest first. */
export function selectRevisions(db: Database.Database, entryId: string): RevisionRow[] {
  return prepare<[string], RevisionRow>(db, 'SELECT * FROM revisions WHERE entry_id = ? ORDER BY number DESC').all(
    entryId,
  );
}

/** Every saved version of every entry, one at a time. */
export function eachRevision(db: Database.Database): IterableIterator<RevisionRow> {
  return prepare<[], RevisionRow>(db, 'SELECT * FROM revisions').iterate();
}
