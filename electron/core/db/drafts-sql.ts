import type Database from 'better-sqlite3';
import { prepare } from './prepare.ts';

/** A row of `drafts`; `content` is JSON. */
export interface DraftRow {
  place: string;
  content: string;
  saved_at: string;
}

/** The draft of a place; undefined where there is none. */
export function selectDraft(db: Database.Database, place: string): DraftRow | undefined {
  return prepare<[string], DraftRow>(db, 'SELECT place, content, saved_at FROM drafts WHERE place = ?').get(place);
}

/** Keeps the draft of a place in the stead of the one before. */
export function upsertDraft(db: Database.Database, draft: DraftRow): void {
  prepare<[DraftRow], never>(
    db,
    `INSERT INTO drafts (place, content, saved_at) VALUES (:place, :content, :saved_at)
     ON CONFLICT DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at`,
  ).run(draft);
}

/** Lets go of the draft of a place. */
export function deleteDraft(db: Database.Database, place: string): void {
  prepare<[string], never>(db, 'DELETE FROM drafts WHERE place = ?').run(place);
}
