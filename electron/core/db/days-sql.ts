import type Database from 'better-sqlite3';
import { dayToNumber, numberToDay, type Day } from '../../../shared/domain/day.ts';
import type { DayMark } from '../../../shared/domain/day-mark.ts';
import type { PeriodMark } from '../../../shared/domain/period-mark.ts';
import { POSITIONS_A_DAY } from './entries-sql.ts';
import { prepare } from './prepare.ts';

/** How many entries outside the trash each day of the span holds; days without any are left out. */
export function countByDay(db: Database.Database, from: Day, to: Day): Map<Day, number> {
  const rows = prepare<object, { number: number; entries: number }>(
    db,
    `SELECT position / ${POSITIONS_A_DAY} AS number, count(*) AS entries FROM entries
     WHERE position >= :first AND position < :end AND trashed_at IS NULL GROUP BY 1`,
  ).all({ first: dayToNumber(from) * POSITIONS_A_DAY, end: (dayToNumber(to) + 1) * POSITIONS_A_DAY });
  return new Map(rows.map(({ number, entries }) => [numberToDay(number), entries]));
}

/** The marks of the days of the span. */
export function selectDayMarks(db: Database.Database, from: Day, to: Day): Map<Day, DayMark> {
  const sentence = 'SELECT day, mark FROM day_marks WHERE day >= ? AND day <= ?';
  const rows = prepare<[Day, Day], { day: Day; mark: DayMark }>(db, sentence).all(from, to);
  return new Map(rows.map(({ day, mark }) => [day, mark]));
}

/** Marks a day, or takes its mark away (null). */
export function writeDayMark(db: Database.Database, day: Day, mark: DayMark | null): void {
  if (mark === null) prepare<[Day], never>(db, 'DELETE FROM day_marks WHERE day = ?').run(day);
  else prepare<[Day, DayMark], never>(db, 'INSERT OR REPLACE INTO day_marks (day, mark) VALUES (?, ?)').run(day, mark);
}

/** Every period mark, the latest first. */
export function selectPeriodMarks(db: Database.Database): PeriodMark[] {
  const sentence =
    'SELECT id, kind, from_day AS "from", to_day AS "to", note FROM period_marks ORDER BY from_day DESC, id';
  return prepare<[], PeriodMark>(db, sentence).all();
}

/** Adds a period mark or changes it. */
export function upsertPeriodMark(db: Database.Database, mark: PeriodMark): void {
  prepare<[PeriodMark], never>(
    db,
    'INSERT OR REPLACE INTO period_marks (id, kind, from_day, to_day, note) VALUES (:id, :kind, :from, :to, :note)',
  ).run(mark);
}

/** Takes a period mark away. */
export function deletePeriodMark(db: Database.Database, id: string): void {
  prepare<[string], never>(db, 'DELETE FROM period_marks WHERE id = ?').run(id);
}
