import Database from 'better-sqlite3';
import { RungError } from '../../../shared/contract/errors.ts';
import { entryContentSchema } from '../../../shared/domain/entry.ts';
import { makeEmptyJournal } from './open-driver.ts';
import { storedToContent } from './stored-content.ts';

/**
 * Opens a private copy of a journal that a newer Rung wrote, for reading. Only where every table and column this Rung
 * asks for is there, and every entry says nothing that this Rung does not know: what is misread could end in an export.
 * Throws `storage` otherwise.
 */
export function openNewerDriver(copy: string): Database.Database {
  const db = new Database(copy, { fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('query_only = ON');
    assertColumns(db);
    assertKnownEntries(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function assertColumns(db: Database.Database): void {
  const own = makeEmptyJournal(':memory:');
  const there = new Set(listColumns(db));
  const missing = listColumns(own).find((column) => !there.has(column));
  own.close();
  if (missing) throw notReadable(`it no longer has ${missing}`);
}

function assertKnownEntries(db: Database.Database): void {
  const rows = db.prepare<[], { id: string; content: string }>(
    'SELECT e.id, r.content FROM entries e JOIN revisions r ON r.entry_id = e.id AND r.number = e.revision',
  );
  for (const { id, content } of rows.iterate()) {
    if (!entryContentSchema.safeParse(storedToContent(content)).success) {
      throw notReadable(`entry ${id} says something this Rung does not know`);
    }
  }
}

function listColumns(db: Database.Database): string[] {
  const sentence = `SELECT m.name || '.' || c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'entry_text%' ORDER BY m.name, c.cid`;
  return db.prepare<[], string>(sentence).pluck().all();
}

function notReadable(what: string): RungError {
  return new RungError(
    'storage',
    `This journal was written by a newer Rung and cannot be read by this one: ${what}. Nothing was changed. Update Rung to open it.`,
  );
}
