import type Database from 'better-sqlite3';
import { rubricSchema, type Rubric } from '../../../shared/domain/rubric.ts';
import { prepare } from './prepare.ts';

const parsed = new Map<string, Rubric>();

/** A saved version of a rubric, or its newest; undefined where there is none. */
export function selectRubric(db: Database.Database, id: string, version?: number): Rubric | undefined {
  const content = prepare<[string, number | null, number | null], string>(
    db,
    `SELECT content FROM rubrics WHERE id = ? AND (? IS NULL OR version = ?) ORDER BY version DESC LIMIT 1`,
  )
    .pluck()
    .get(id, version ?? null, version ?? null);
  return content === undefined ? undefined : readRubric(content);
}

/** Every saved version of every rubric, by id, newest first. */
export function selectRubricVersions(db: Database.Database): { id: string; version: number; savedAt: string }[] {
  return prepare<[], { id: string; version: number; savedAt: string }>(
    db,
    'SELECT id, version, saved_at AS savedAt FROM rubrics ORDER BY id, version DESC',
  ).all();
}

/** Keeps a version. */
export function insertRubric(db: Database.Database, rubric: Rubric, now: string): void {
  prepare<[string, number, string, string], never>(
    db,
    'INSERT INTO rubrics (id, version, content, saved_at) VALUES (?, ?, ?, ?)',
  ).run(rubric.id, rubric.version, JSON.stringify(rubric), now);
}

/** Takes every version of a rubric away. */
export function deleteRubric(db: Database.Database, id: string): void {
  prepare<[string], never>(db, 'DELETE FROM rubrics WHERE id = ?').run(id);
}

/** Asked for with every request, so each text is read once; saved versions never change. */
function readRubric(content: string): Rubric {
  let rubric = parsed.get(content);
  if (!rubric) parsed.set(content, (rubric = rubricSchema.parse(JSON.parse(content))));
  return rubric;
}
