import type Database from 'better-sqlite3';
import { checkVersion } from './journal-header.ts';
import { APPLICATION_ID, FLOOR, SCHEMA, schemaToUserVersion, userVersionToSchema } from './schema-version.ts';
import journal from './migrations/0001_journal.sql?raw';
import search from './migrations/0002_search.sql?raw';
import days from './migrations/0003_days.sql?raw';
import criteria from './migrations/0004_criteria.sql?raw';
import { rebuildIndex } from './text-index.ts';

/** One step of the schema: its SQL, then what only code can do. */
interface Migration {
  sql: string;
  finish?: (db: Database.Database) => void;
}

/** Migration n takes schema n-1 to n. A released one is never edited. */
const MIGRATIONS: readonly Migration[] = [
  { sql: journal },
  { sql: search, finish: rebuildIndex },
  { sql: days },
  { sql: criteria },
];

/** Brings the journal to this Rung's schema, one transaction a step; a step that fails leaves the schema before it. */
export function migrate(db: Database.Database): void {
  for (let schema = readSchema(db) + 1; schema <= SCHEMA; schema += 1) runStep(db, schema);
}

/** Whether {@link migrate} has something to do. */
export function isBehind(db: Database.Database): boolean {
  return readSchema(db) < SCHEMA;
}

function runStep(db: Database.Database, schema: number): void {
  db.transaction(() => {
    // Read again under the lock: another process may have done this step meanwhile.
    if (readSchema(db) >= schema) return;
    const { sql, finish } = MIGRATIONS[schema - 1]!;
    db.exec(sql);
    finish?.(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${schemaToUserVersion({ schema, floor: Math.min(FLOOR, schema) })}`);
  }).immediate();
}

function readSchema(db: Database.Database): number {
  const userVersion = db.pragma('user_version', { simple: true }) as number;
  checkVersion(db.name, userVersion);
  return userVersionToSchema(userVersion).schema;
}
