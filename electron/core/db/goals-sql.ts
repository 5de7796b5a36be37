import type Database from 'better-sqlite3';
import type { Goal, GoalReview } from '../../../shared/domain/goal.ts';
import { prepare } from './prepare.ts';

/** A row of `goals`. */
export type GoalRow = Omit<Goal, 'entries' | 'reviews'>;

const COLUMNS = `id, criterion_id AS criterionId, title, next_action AS nextAction, due_on AS dueOn, state,
  set_on AS setOn`;

/** Every goal under a rubric: the open ones first, by due date, then the newest. */
export function selectGoals(db: Database.Database, rubricId: string): GoalRow[] {
  return prepare<[string], GoalRow>(
    db,
    `SELECT ${COLUMNS} FROM goals WHERE rubric_id = ?
     ORDER BY state <> 'open', due_on IS NULL, due_on, set_on DESC, id DESC`,
  ).all(rubricId);
}

/** One goal, or undefined. */
export function selectGoal(db: Database.Database, id: string): GoalRow | undefined {
  return prepare<[string], GoalRow>(db, `SELECT ${COLUMNS} FROM goals WHERE id = ?`).get(id);
}

/** Keeps a goal, new or changed. */
export function upsertGoal(db: Database.Database, rubricId: string, goal: GoalRow): void {
  prepare<object, never>(
    db,
    `INSERT INTO goals (id, rubric_id, criterion_id, title, next_action, due_on, state, set_on)
     VALUES (:id, :rubricId, :criterionId, :title, :nextAction, :dueOn, :state, :setOn)
     ON CONFLICT DO UPDATE SET criterion_id = excluded.criterion_id, title = excluded.title,
       next_action = excluded.next_action, due_on = excluded.due_on, state = excluded.state`,
  ).run({ rubricId, ...goal });
}

/** Takes a goal away, with its reviews. */
export function deleteGoal(db: Database.Database, id: string): void {
  prepare<[string], never>(db, 'DELETE FROM goals WHERE id = ?').run(id);
}

/** Every look back at a goal, newest first. */
export function selectReviews(db: Database.Database, goalId: string): GoalReview[] {
  return prepare<[string], GoalReview>(
    db,
    `SELECT reviewed_on AS reviewedOn, state, note FROM goal_reviews WHERE goal_id = ?
     ORDER BY reviewed_on DESC, id DESC`,
  ).all(goalId);
}

/** Keeps a look back. */
export function insertReview(db: Database.Database, goalId: string, review: GoalReview): void {
  prepare<object, never>(
    db,
    `INSERT INTO goal_reviews (goal_id, reviewed_on, state, note) VALUES (:goalId, :reviewedOn, :state, :note)`,
  ).run({ goalId, ...review });
}

/** The entries outside the trash that moved a goal, newest first. */
export function selectGoalEntries(db: Database.Database, goalId: string): Goal['entries'] {
  return prepare<[string], Goal['entries'][number]>(
    db,
    `SELECT e.id, e.title, e.occurred_on AS occurredOn FROM goal_entries g JOIN entries e ON e.id = g.entry_id
     WHERE g.goal_id = ? AND e.trashed_at IS NULL ORDER BY e.position DESC`,
  ).all(goalId);
}

/** Says that an entry moved a goal, or that it did not. */
export function writeGoalEntry(db: Database.Database, goalId: string, entryId: string, isLinked: boolean): void {
  const sentence = isLinked
    ? 'INSERT OR IGNORE INTO goal_entries (goal_id, entry_id) VALUES (?, ?)'
    : 'DELETE FROM goal_entries WHERE goal_id = ? AND entry_id = ?';
  prepare<[string, string], never>(db, sentence).run(goalId, entryId);
}
