import type Database from 'better-sqlite3';

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** The statement for this sentence, compiled once a connection. */
export function prepare<Parameters extends unknown[] | object, Row>(
  db: Database.Database,
  sentence: string,
): Database.Statement<Parameters, Row> {
  let statements = prepared.get(db);
  if (!statements) prepared.set(db, (statements = new Map()));
  let statement = statements.get(sentence);
  if (!statement) statements.set(sentence, (statement = db.prepare(sentence)));
  return statement as unknown as Database.Statement<Parameters, Row>;
}
