import type Database from 'better-sqlite3';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import { prepare } from './prepare.ts';

/** A row of `evidence`, as an entry shows it. */
export interface EvidenceRow {
  position: number;
  criterion_id: string;
  state: Evidence['state'];
  strong: number;
}

/** One confirmed evidence with what coverage asks of its entry. */
export interface EvidencePointRow {
  criterion_id: string;
  occurred_on: string;
  status: 'doing' | 'done';
  strong: number;
  has_result: number;
  has_proof: number;
}

/** Reads along the entries; left to itself SQLite takes the primary key and reads all evidence of the rubric. */
export const EVIDENCE_OF_ENTRIES = `
  SELECT position, criterion_id, state, strong FROM evidence INDEXED BY evidence_by_entry
  WHERE position IN (SELECT value FROM json_each(?)) AND rubric_id = ? ORDER BY criterion_id`;

/** The evidence of these entries under one rubric, by criterion. */
export function selectEvidence(db: Database.Database, rubricId: string, positions: readonly number[]): EvidenceRow[] {
  return prepare<[string, string], EvidenceRow>(db, EVIDENCE_OF_ENTRIES).all(JSON.stringify(positions), rubricId);
}

/** All confirmed evidence of entries outside the trash whose day lies in the span (both ends included). */
export function selectEvidencePoints(
  db: Database.Database,
  rubricId: string,
  from: string,
  to: string,
): EvidencePointRow[] {
  return prepare<[string, string, string], EvidencePointRow>(
    db,
    `SELECT v.criterion_id, e.occurred_on, e.status, v.strong, e.has_result,
       e.has_link OR e.has_witness AS has_proof
     FROM evidence v JOIN entries e ON e.position = v.position
     WHERE v.rubric_id = ? AND v.state = 'confirmed' AND e.trashed_at IS NULL
       AND e.occurred_on >= ? AND e.occurred_on <= ?`,
  ).all(rubricId, from, to);
}

/** Links an entry to a criterion, or changes the link. */
export function upsertEvidence(
  db: Database.Database,
  link: { rubricId: string; position: number; now: string } & Evidence,
): void {
  prepare<object, never>(
    db,
    `INSERT INTO evidence (rubric_id, criterion_id, position, state, strong, updated_at)
     VALUES (:rubricId, :criterionId, :position, :state, :strong, :now)
     ON CONFLICT DO UPDATE SET state = excluded.state, strong = excluded.strong, updated_at = excluded.updated_at`,
  ).run({ ...link, strong: Number(link.strong) });
}

/** Takes the link away. */
export function deleteEvidence(db: Database.Database, rubricId: string, criterionId: string, position: number): void {
  prepare<[string, string, number], never>(
    db,
    'DELETE FROM evidence WHERE rubric_id = ? AND criterion_id = ? AND position = ?',
  ).run(rubricId, criterionId, position);
}

/** How many links there are under a rubric, whatever their state. */
export function countEvidence(db: Database.Database, rubricId: string): number {
  return prepare<[string], number>(db, 'SELECT count(*) FROM evidence WHERE rubric_id = ?').pluck().get(rubricId) ?? 0;
}
