import type Database from 'better-sqlite3';
import type { Person } from '../../../shared/domain/person.ts';
import { nameToKey } from '../../../shared/domain/text.ts';
import { prepare } from './prepare.ts';

/** A row of `people`. */
export interface PersonRow {
  name: string;
  role: string;
  is_named_in_exports: number;
}

/** Everybody the journal knows, by name. */
export function selectPeople(db: Database.Database): PersonRow[] {
  return prepare<[], PersonRow>(db, 'SELECT name, role, is_named_in_exports FROM people ORDER BY key').all();
}

/** Writes down how a person appears in exports; a person not known yet is added. */
export function upsertPerson(db: Database.Database, { name, role, isNamedInExports }: Person): void {
  prepare<object, never>(
    db,
    `INSERT INTO people (key, name, role, is_named_in_exports) VALUES (:key, :name, :role, :isNamed)
     ON CONFLICT (key) DO UPDATE SET name = excluded.name, role = excluded.role,
       is_named_in_exports = excluded.is_named_in_exports`,
  ).run({ key: nameToKey(name), name, role, isNamed: Number(isNamedInExports) });
}
