import Database from 'better-sqlite3';
import { chmodSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';
import { syncFolder } from '../../files/durable-file.ts';
import { backupFolder, makeBackup } from '../backup-files.ts';
import { checkJournalFile } from './journal-header.ts';
import { isBehind, migrate } from './migrate.ts';

/** The oldest SQLite that may open a journal: before it two processes could corrupt a file by checkpointing at once. */
const OLDEST_SQLITE = '3.51.3';
const BUSY_TIMEOUT_MS = 5_000;
const SYNCHRONOUS_FULL = 2;

/** Opens an existing journal and brings it to this Rung's schema; refuses in words what it may not touch. */
export function openDriver(path: string): Database.Database {
  checkJournalFile(path);
  try {
    return setUp(new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS }), backUpBeforeMigration);
  } catch (error) {
    throw openingToError(path, error);
  }
}

/**
 * Creates a journal where none is and opens it. It is made whole under another name first, so that no half-made file
 * can ever be taken for a journal; where somebody else was quicker, theirs is opened.
 */
export function createDriver(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.new-${process.pid}`;
  try {
    setUp(new Database(unfinished, { timeout: BUSY_TIMEOUT_MS })).close();
    chmodSync(unfinished, 0o600);
    putInPlace(unfinished, path);
  } catch (error) {
    throw openingToError(path, error);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
  }
  syncFolder(dirname(path));
  return openDriver(path);
}

/** Gives the finished file its name, unless another process was quicker. A file system without hard links gets a rename. */
function putInPlace(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    if (!existsSync(path)) renameSync(unfinished, path);
  }
}

/** The settings of every connection. Order matters: better-sqlite3 sets synchronous back to NORMAL when WAL is turned on. */
function setUp(db: Database.Database, beforeMigration?: (db: Database.Database) => void): Database.Database {
  try {
    assertSqlite(db);
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    db.pragma('foreign_keys = ON');
    // Only a file that is being made takes a page size: seven entries fit a page of 8 KiB, three one of 4.
    db.pragma('page_size = 8192');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('checkpoint_fullfsync = ON');
    bringUpToDate(db, beforeMigration);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function bringUpToDate(db: Database.Database, beforeMigration?: (db: Database.Database) => void): void {
  if (!isBehind(db)) return;
  beforeMigration?.(db);
  migrate(db);
  // The header is read without SQLite at the next start, so the new version must stand in the file itself, not in the log.
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** A migration never starts without a checked copy of what was there. */
function backUpBeforeMigration(db: Database.Database): void {
  makeBackup(db, backupFolder(db.name), new Date().toISOString(), 'before-migration');
}

/** Reads back, after a write, that a commit waits for the disk: that is when better-sqlite3's own default would return. */
export function assertDurable(db: Database.Database): void {
  const synchronous = db.pragma('synchronous', { simple: true });
  const journalMode = db.pragma('journal_mode', { simple: true });
  if (synchronous === SYNCHRONOUS_FULL && journalMode === 'wal') return;
  throw new RungError(
    'storage',
    `This place cannot keep a journal safe (journal mode ${String(journalMode)}, synchronous ${String(synchronous)}). Move the journal to a local disk.`,
  );
}

function assertSqlite(db: Database.Database): void {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  if (isOlder(version, OLDEST_SQLITE)) {
    throw new RungError(
      'storage',
      `SQLite ${version} is too old to keep a journal safe; Rung needs ${OLDEST_SQLITE} or newer. Install Rung again.`,
    );
  }
}

function isOlder(version: string, oldest: string): boolean {
  const parts = version.split('.').map(Number);
  const wanted = oldest.split('.').map(Number);
  const first = wanted.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return first >= 0 && (parts[first] ?? 0) < wanted[first]!;
}

function openingToError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof RungError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new RungError(
      'storage',
      `${path} is damaged (${error.message}). Nothing was changed. Restore it from a backup.`,
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new RungError('unavailable', `${path} is locked by another program. Close it, then try again.`);
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES') {
    return new RungError(
      'storage',
      `${path} cannot be opened for writing. Make the file, its folder and the files beside it (-wal, -shm) writable for you.`,
    );
  }
  return new RungError('storage', `${path} cannot be opened: ${error.message}.`);
}
