import Database from 'better-sqlite3';
import { chmodSync, linkSync, lstatSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';
import { syncFolder } from '../../files/durable-file.ts';
import { backupFolder } from '../../files/backup-place.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { makeBackup } from '../backup-files.ts';
import { DamageError, errorToDamage } from '../damage.ts';
import { checkJournalFile, isAnythingAt } from './journal-header.ts';
import { sweepStrays } from '../sweep-strays.ts';
import { isBehind, migrate } from './migrate.ts';

/** The oldest SQLite that may open a journal: before it two processes could corrupt a file by checkpointing at once. */
const OLDEST_SQLITE = '3.51.3';
const BUSY_TIMEOUT_MS = 5_000;
/** Where only one program may have the journal, waiting for another to end is of no use. */
const ALONE_TIMEOUT_MS = 1_000;

/** Every pair of journal_mode and synchronous (as a number) under which a commit survives a power cut. */
const DURABLE_PAIRS: Readonly<Record<string, number>> = { wal: 2, delete: 3 };

/** How a journal is opened. */
export interface OpenDriverOptions {
  /** Whether other machines may reach the file too: then one program has it at a time, and without shared memory. */
  isAlone?: boolean;
}

/** Opens an existing journal and brings it to this Rung's schema; refuses in words what it may not touch. */
export function openDriver(path: string, { isAlone = false }: OpenDriverOptions = {}): Database.Database {
  checkJournalFile(path);
  sweepStrays(path);
  try {
    const timeout = isAlone ? ALONE_TIMEOUT_MS : BUSY_TIMEOUT_MS;
    const db = new Database(path, { fileMustExist: true, timeout });
    return setUp(db, { isAlone, beforeMigration: backUpBeforeMigration });
  } catch (error) {
    throw openingToError(path, error, isAlone);
  }
}

/** Opens a private copy of a journal, for reading only. The copy may be of an older schema; then it is brought up to date. */
export function openReadingDriver(copy: string): Database.Database {
  try {
    const db = setUp(new Database(copy, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS }), {});
    db.pragma('query_only = ON');
    return db;
  } catch (error) {
    throw openingToError(copy, error, false);
  }
}

/**
 * Creates a journal where none is and opens it. It is made whole under another name first, so that no half-made file
 * can ever be taken for a journal; where somebody else was quicker, theirs is opened.
 */
export function createDriver(path: string, options: OpenDriverOptions = {}): Database.Database {
  makeFolder(dirname(path));
  const unfinished = `${path}.new-${process.pid}`;
  try {
    makeEmptyJournal(unfinished).close();
    chmodSync(unfinished, 0o600);
    putInPlace(unfinished, path);
  } catch (error) {
    throw openingToError(path, error, false);
  } finally {
    sweepStrays(path);
  }
  syncFolder(dirname(path));
  return openDriver(path, options);
}

/** A new journal at this path, or in memory, of this Rung's schema. */
export function makeEmptyJournal(path: string): Database.Database {
  return setUp(new Database(path, { timeout: BUSY_TIMEOUT_MS }), {});
}

/** Gives the finished file its name, unless another process was quicker. A file system without hard links gets a rename. */
function putInPlace(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    if (!isAnythingAt(path)) renameSync(unfinished, path);
  }
}

/**
 * A creation or a restore that was cut off between its last two steps left the journal with a second name, which is ours to
 * remove.
 */
export function forgetUnfinished(path: string): void {
  // Links are for checkJournalFile to look at.
  const journal = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  if (!journal?.isFile() || journal.nlink < 2n) return;
  for (const name of readdirSync(dirname(path))) {
    if (!SECOND_NAMES.some((middle) => name.startsWith(basename(path) + middle))) continue;
    const other = join(dirname(path), name);
    if (statSync(other, { throwIfNoEntry: false, bigint: true })?.ino === journal.ino) rmSync(other);
  }
}

const SECOND_NAMES = ['.new-', '.replaced-'] as const;

interface SetUpOptions extends OpenDriverOptions {
  beforeMigration?: (db: Database.Database) => void;
}

/** The settings of every connection. Order matters: better-sqlite3 sets synchronous back to NORMAL when WAL is turned on. */
function setUp(db: Database.Database, { isAlone = false, beforeMigration }: SetUpOptions): Database.Database {
  try {
    assertSqlite(db);
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    // What is deleted or written over is made zeros in the file.
    db.pragma('secure_delete = ON');
    db.pragma('foreign_keys = ON');
    // Only a file that is being made takes a page size: seven entries fit a page of 8 KiB, three one of 4.
    db.pragma('page_size = 8192');
    if (isAlone) takeForOneself(db);
    else keepWithLog(db);
    db.pragma('checkpoint_fullfsync = ON');
    bringUpToDate(db, beforeMigration);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function keepWithLog(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
}

/**
 * WAL needs memory that all processes share, which no network drive has, and a sync tool would copy file and log apart.
 * Set before the first access, the exclusive mode lets also a journal that comes with a log be read without that memory.
 */
function takeForOneself(db: Database.Database): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = DELETE');
  db.pragma('synchronous = EXTRA');
  db.exec('BEGIN EXCLUSIVE; COMMIT');
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
  makeBackup(db, backupFolder(db.name), { madeAt: new Date().toISOString(), reason: 'before-migration' });
}

/** Whether a commit of this connection waits for the disk. True to be asked after a write: better-sqlite3's own default returns then. */
export function isDurable(db: Database.Database): boolean {
  return (
    DURABLE_PAIRS[String(db.pragma('journal_mode', { simple: true }))] === db.pragma('synchronous', { simple: true })
  );
}

/** Reads back, after a write, that a commit waits for the disk. Throws `storage` where it does not. */
export function assertDurable(db: Database.Database): void {
  if (isDurable(db)) return;
  const synchronous = db.pragma('synchronous', { simple: true });
  const journalMode = db.pragma('journal_mode', { simple: true });
  throw new RungError(
    'storage',
    `This place cannot keep a journal safe (journal mode ${String(journalMode)}, synchronous ${String(synchronous)}). Move the journal to a local disk.`,
  );
}

function assertSqlite(db: Database.Database): void {
  const { version, isOk } = checkSqliteVersion(db);
  if (!isOk) {
    throw new RungError(
      'storage',
      `SQLite ${version} is too old to keep a journal safe; Rung needs ${OLDEST_SQLITE} or newer. Install Rung again.`,
    );
  }
}

/** The SQLite that a journal is opened with, and whether it is new enough to keep one safe. */
export function checkSqliteVersion(db: Database.Database): { version: string; isOk: boolean } {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  return { version, isOk: !isOlder(version, OLDEST_SQLITE) };
}

function isOlder(version: string, oldest: string): boolean {
  const parts = version.split('.').map(Number);
  const wanted = oldest.split('.').map(Number);
  const first = wanted.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return first >= 0 && (parts[first] ?? 0) < wanted[first]!;
}

function openingToError(path: string, error: unknown, isAlone: boolean): unknown {
  if (!(error instanceof Error) || error instanceof RungError) return error;
  const code = (error as { code?: string }).code ?? '';
  const damage = errorToDamage(error);
  if (damage) return new DamageError(path, damage);
  if (code.startsWith('SQLITE_BUSY')) return new RungError('unavailable', busyToText(path, isAlone));
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES') {
    return new RungError(
      'storage',
      `${path} cannot be opened for writing. Make the file, its folder and the files beside it (-wal, -shm) writable for you.`,
    );
  }
  return new RungError('storage', `${path} cannot be opened: ${error.message}.`);
}

function busyToText(path: string, isAlone: boolean): string {
  if (!isAlone) return `${path} is locked by another program. Close it, then try again.`;
  return `${path} is open in another program, and on a network drive or in a synced folder only one may have it open at a time. Close Rung and every "rung serve" there, then try again. Nothing was changed.`;
}
