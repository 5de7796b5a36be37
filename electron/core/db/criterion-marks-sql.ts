import type Database from 'better-sqlite3';
import type { CriterionMark } from '../../../shared/domain/criterion-mark.ts';
import { prepare } from './prepare.ts';

interface MarkRow {
  criterionId: string;
  isOff: number;
  noOpportunitySince: string | null;
  note: string;
}

/** Every mark on the criteria of a rubric. */
export function selectMarks(db: Database.Database, rubricId: string): CriterionMark[] {
  return prepare<[string], MarkRow>(
    db,
    `SELECT criterion_id AS criterionId, is_off AS isOff, no_opportunity_since AS noOpportunitySince, note
     FROM criterion_marks WHERE rubric_id = ?`,
  )
    .all(rubricId)
    .map((row) => ({ ...row, isOff: row.isOff === 1 }));
}

/** Sets the mark on a criterion; one that says nothing goes. */
export function upsertMark(db: Database.Database, rubricId: string, mark: CriterionMark): void {
  const { criterionId, isOff, noOpportunitySince, note } = mark;
  if (!isOff && noOpportunitySince === null && note === '') {
    prepare<[string, string], never>(db, 'DELETE FROM criterion_marks WHERE rubric_id = ? AND criterion_id = ?').run(
      rubricId,
      criterionId,
    );
    return;
  }
  prepare<object, never>(
    db,
    `INSERT INTO criterion_marks (rubric_id, criterion_id, is_off, no_opportunity_since, note)
     VALUES (:rubricId, :criterionId, :isOff, :noOpportunitySince, :note)
     ON CONFLICT DO UPDATE SET is_off = excluded.is_off, no_opportunity_since = excluded.no_opportunity_since,
       note = excluded.note`,
  ).run({ rubricId, criterionId, isOff: Number(isOff), noOpportunitySince, note });
}

/** The criteria a quarter is for. */
export function selectFocus(db: Database.Database, rubricId: string, quarter: string): string[] {
  return prepare<[string, string], string>(
    db,
    'SELECT criterion_id FROM focus WHERE rubric_id = ? AND quarter = ? ORDER BY criterion_id',
  )
    .pluck()
    .all(rubricId, quarter);
}

/** Puts these criteria in the place of the quarter's. */
export function replaceFocus(
  db: Database.Database,
  rubricId: string,
  quarter: string,
  criterionIds: readonly string[],
): void {
  prepare<[string, string], never>(db, 'DELETE FROM focus WHERE rubric_id = ? AND quarter = ?').run(rubricId, quarter);
  const insert = prepare<[string, string, string], never>(
    db,
    'INSERT OR IGNORE INTO focus (quarter, rubric_id, criterion_id) VALUES (?, ?, ?)',
  );
  for (const id of criterionIds) insert.run(quarter, rubricId, id);
}
