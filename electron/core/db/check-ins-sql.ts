import type Database from 'better-sqlite3';
import type { CheckIn } from '../../../shared/domain/check-in.ts';
import { prepare } from './prepare.ts';

/** Every answer under a rubric, newest first. */
export function selectCheckIns(db: Database.Database, rubricId: string): CheckIn[] {
  return prepare<[string], CheckIn>(
    db,
    `SELECT signal_id AS signalId, answered_on AS answeredOn, answer, entry_id AS entryId
     FROM check_ins WHERE rubric_id = ? ORDER BY answered_on DESC, id DESC`,
  ).all(rubricId);
}

/** Keeps an answer. */
export function insertCheckIn(db: Database.Database, rubricId: string, checkIn: CheckIn): void {
  prepare<object, never>(
    db,
    `INSERT INTO check_ins (rubric_id, signal_id, answered_on, answer, entry_id)
     VALUES (:rubricId, :signalId, :answeredOn, :answer, :entryId)`,
  ).run({ rubricId, ...checkIn });
}
