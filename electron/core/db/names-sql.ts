import type Database from 'better-sqlite3';
import { nameToKey } from '../../../shared/domain/text.ts';
import { prepare } from './prepare.ts';

/** The three kinds of name an entry can carry, each with its table and the table that links it to entries. */
const NAME_TABLES = {
  people: { links: 'entry_people', column: 'person_id' },
  projects: { links: 'entry_projects', column: 'project_id' },
  tags: { links: 'entry_tags', column: 'tag_id' },
} as const;

export type NameTable = keyof typeof NAME_TABLES;

/** Makes the links of an entry exactly these names; a name that is new is written down as it is spelled here. */
export function replaceNames(
  db: Database.Database,
  table: NameTable,
  position: number,
  names: readonly string[],
): void {
  const { links, column } = NAME_TABLES[table];
  prepare<[number], never>(db, `DELETE FROM ${links} WHERE position = ?`).run(position);
  const insert = prepare<[number, number], never>(
    db,
    `INSERT OR IGNORE INTO ${links} (${column}, position) VALUES (?, ?)`,
  );
  for (const name of names) insert.run(nameToId(db, table, name), position);
}

/** Every name of a table that an entry carries, the most used first. */
export function selectNames(db: Database.Database, table: NameTable): string[] {
  const { links, column } = NAME_TABLES[table];
  return prepare<[], string>(
    db,
    `SELECT n.name FROM ${table} n JOIN ${links} l ON l.${column} = n.id GROUP BY n.id ORDER BY count(*) DESC, n.key`,
  )
    .pluck()
    .all();
}

/** Forgets the names that no entry carries any more, in the journal or in the trash. */
export function deleteUnusedNames(db: Database.Database): void {
  for (const [table, { links, column }] of Object.entries(NAME_TABLES)) {
    prepare<[], never>(db, `DELETE FROM ${table} WHERE id NOT IN (SELECT ${column} FROM ${links})`).run();
  }
}

function nameToId(db: Database.Database, table: NameTable, name: string): number {
  const key = nameToKey(name);
  const find = prepare<[string], number>(db, `SELECT id FROM ${table} WHERE key = ?`).pluck();
  const id = find.get(key);
  if (id !== undefined) return id;
  prepare<[string, string], never>(db, `INSERT INTO ${table} (key, name) VALUES (?, ?)`).run(key, name);
  return find.get(key)!;
}
