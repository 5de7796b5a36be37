import Database from 'better-sqlite3';
import type { RevisionRow } from './revisions-sql.ts';

/** A row of any table, as it was read. */
export type Row = Record<string, unknown>;

/** What came out of a table, and whether all of it did. */
export interface Walk<Found = Row> {
  rows: Found[];
  isComplete: boolean;
}

/** How many rowids behind a bad one are tried one by one before the steps grow: more than fit on a page. */
const SMALL_STEPS = 512;
/** Beyond any rowid of a journal. */
const BEYOND = 2 ** 52;

/** The name under which a walk keeps the rowid, which is no column of most tables. */
const ROWID = 'walked_rowid';

/** Opens a file that may be damaged anywhere. Only for private copies. */
export function openDamaged(copy: string): Database.Database {
  const db = new Database(copy, { fileMustExist: true });
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  return db;
}

/** Whether SQLite finds the list of tables. */
export function hasSchema(copy: string): boolean {
  const db = openDamaged(copy);
  try {
    return db.prepare<[], number>("SELECT count(*) FROM sqlite_schema WHERE name = 'revisions'").pluck().get() === 1;
  } catch {
    return false;
  } finally {
    db.close();
  }
}

/** Every row of a table that can be read: a page that cannot be is walked around by rowid. */
export function walkTable(db: Database.Database, table: string): Walk {
  try {
    return isWithoutRowid(db, table) ? walkBothEnds(db, table) : walkRowids(db, table);
  } catch {
    // The table itself is not found.
    return { rows: [], isComplete: false };
  }
}

/** The ids of all entries, out of the index on them, which lies on other pages than the entries. */
export function walkIds(db: Database.Database): Walk<string> {
  const ids = walkBothEnds(db, 'entries', 'id');
  return { rows: ids.rows.map(({ id }) => String(id)), isComplete: ids.isComplete };
}

/** The tables of a journal beside entries, their versions and names, and what is made from those; what is referred to first. */
export function listOtherTables(db: Database.Database): string[] {
  const sentence = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'entry_%'
    AND name NOT IN ('entries', 'revisions', 'words') ORDER BY rowid`;
  return db.prepare<[], string>(sentence).pluck().all();
}

/** The columns of a table, in the order in which a row stores them. */
export function listTableColumns(db: Database.Database, table: string): string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(table);
}

/** Puts a row into a table as far as this schema has its columns; whether it was taken. */
export function insertRow(db: Database.Database, table: string, row: Row): boolean {
  const known = new Set(db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table));
  const columns = Object.keys(row).filter((column) => known.has(column));
  const names = columns.map((column) => `"${column}"`).join(', ');
  const sentence = `INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
  try {
    return db.prepare(sentence).run(...columns.map((column) => row[column])).changes === 1;
  } catch {
    // It breaks a rule of the table: rubbish, or it points at something that is lost.
    return false;
  }
}

/** Whether a row read from `revisions` has the form of one. */
export function isRevisionRow(row: Row): row is Row & RevisionRow {
  return (
    typeof row['entry_id'] === 'string' &&
    typeof row['number'] === 'number' &&
    typeof row['content'] === 'string' &&
    typeof row['sha256'] === 'string' &&
    typeof row['saved_at'] === 'string'
  );
}

function isWithoutRowid(db: Database.Database, table: string): boolean {
  return (
    db
      .prepare<[string], number>("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?")
      .pluck()
      .get(table) === 1
  );
}

function walkRowids(db: Database.Database, table: string): Walk {
  const walk: Walk = { rows: [], isComplete: true };
  const select = db.prepare<[number], Row>(
    `SELECT rowid AS ${ROWID}, * FROM "${table}" WHERE rowid >= ? ORDER BY rowid`,
  );
  let from: number | undefined = 0;
  while (from !== undefined) {
    try {
      for (const row of select.iterate(from)) {
        // A page that points back at one above it leads round in circles.
        if ((row[ROWID] as number) < from) throw new Error('rows are out of order');
        from = (row[ROWID] as number) + 1;
        walk.rows.push(row);
      }
      return walk;
    } catch {
      walk.isComplete = false;
      from = findReadable(db, table, from);
    }
  }
  return walk;
}

/** The next rowid from which on a row can be read; undefined where there is none. */
function findReadable(db: Database.Database, table: string, bad: number): number | undefined {
  const select = db.prepare<[number], Row>(
    `SELECT rowid AS ${ROWID}, * FROM "${table}" WHERE rowid >= ? ORDER BY rowid LIMIT 1`,
  );
  const canRead = (rowid: number) => {
    try {
      const row = select.get(rowid);
      // No row at all is the end of the table.
      return row === undefined || (row[ROWID] as number) >= rowid;
    } catch {
      return false;
    }
  };
  let last = bad;
  for (let step = 1; bad + step < BEYOND; step = step < SMALL_STEPS ? step + 1 : step * 2) {
    if (canRead(bad + step)) return findBoundary(last, bad + step, canRead);
    last = bad + step;
  }
  return undefined;
}

/** The lowest rowid between a bad and a good one that is good. */
function findBoundary(bad: number, good: number, canRead: (rowid: number) => boolean): number {
  let [low, high] = [bad, good];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (canRead(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A table that is an index itself is read from its beginning and from its end, up to what cannot be read. */
function walkBothEnds(db: Database.Database, table: string, columns = '*'): Walk {
  const key =
    columns === '*'
      ? db
          .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
          .pluck()
          .all(table)
      : [columns];
  const forth = walkUntilBad(db, `SELECT ${columns} FROM "${table}" ORDER BY ${key.join(', ')}`);
  if (forth.isComplete) return forth;
  const back = walkUntilBad(
    db,
    `SELECT ${columns} FROM "${table}" ORDER BY ${key.map((one) => `${one} DESC`).join(', ')}`,
  );
  const rows = new Map([...forth.rows, ...back.rows].map((row) => [JSON.stringify(row), row]));
  return { rows: [...rows.values()], isComplete: false };
}

function walkUntilBad(db: Database.Database, sentence: string): Walk {
  const rows = new Map<string, Row>();
  try {
    for (const row of db.prepare<[], Row>(sentence).iterate()) {
      const key = JSON.stringify(row);
      if (rows.has(key)) return { rows: [...rows.values()], isComplete: false };
      rows.set(key, row);
    }
    return { rows: [...rows.values()], isComplete: true };
  } catch {
    return { rows: [...rows.values()], isComplete: false };
  }
}
