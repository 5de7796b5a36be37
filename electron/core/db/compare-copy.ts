import Database from 'better-sqlite3';
import type { BackupPreview } from '../../../shared/domain/backup.ts';

/** What would change if the copy took the journal's place; null when the journal cannot be read. Neither is written to. */
export function compareCopy(journal: string, copy: string): BackupPreview['changes'] {
  let db: Database.Database | undefined;
  try {
    db = new Database(journal, { readonly: true, fileMustExist: true });
    // The copy may come from anywhere.
    db.pragma('trusted_schema = OFF');
    db.prepare<[string], never>('ATTACH ? AS copy').run(copy);
    return countChanges(db);
  } catch {
    // Missing or damaged: that is when a backup is looked at most.
    return null;
  } finally {
    db?.close();
  }
}

function countChanges(db: Database.Database): NonNullable<BackupPreview['changes']> {
  const count = (sentence: string) => db.prepare<[], number>(sentence).pluck().get() ?? 0;
  return {
    onlyInJournal: count('SELECT count(*) FROM main.entries WHERE id NOT IN (SELECT id FROM copy.entries)'),
    onlyInBackup: count('SELECT count(*) FROM copy.entries WHERE id NOT IN (SELECT id FROM main.entries)'),
    newerInJournal: count(
      'SELECT count(*) FROM main.entries m JOIN copy.entries c ON c.id = m.id WHERE m.revision > c.revision',
    ),
  };
}

/**
 * Makes one file of a journal that was copied as it lay, with or without its log: what is in the log counts too, and a
 * file that goes on with a log would leave one wherever it is looked at.
 */
export function takeInLog(copy: string): void {
  const db = new Database(copy, { fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('synchronous = FULL');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/** Runs `read` on a connection of its own that cannot write. */
export function withReadConnection<Value>(path: string, read: (db: Database.Database) => Value): Value {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    return read(db);
  } finally {
    db.close();
  }
}
