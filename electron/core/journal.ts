import type Database from 'better-sqlite3';
import { RungError } from '../../shared/contract/errors.ts';
import type { JournalPlace } from '../../shared/domain/journal.ts';
import type { Rubric } from '../../shared/domain/rubric.ts';
import type { Clock } from './clock.ts';
import { assertDurable } from './db/open-driver.ts';

/** An open journal, as the parts of the core see it. */
export interface Journal {
  db: Database.Database;
  path: string;
  clock: Clock;
  /** Why nothing can be written, as a sentence; null where everything can. */
  readOnly: string | null;
  place: JournalPlace | null;
  /** The rubric it is read by. */
  readonly rubric: Rubric;
}

const proven = new WeakSet<Database.Database>();

/**
 * The only way to write: all of `change` or none of it, on disk before this returns.
 * Throws `storage` in words when the journal can only be read, or when the disk is full or fails; then nothing of the change is there.
 */
export function write<Value>(journal: Journal, change: () => Value): Value {
  assertWritable(journal);
  const { db } = journal;
  try {
    const value = db.transaction(change).immediate();
    if (!proven.has(db)) assertDurable(db);
    proven.add(db);
    return value;
  } catch (error) {
    throw writingToError(error);
  }
}

/** Refuses, in words, where the journal can only be read. */
export function assertWritable({ readOnly }: Pick<Journal, 'readOnly'>): void {
  if (readOnly) throw new RungError('storage', `${readOnly} Nothing was saved.`);
}

function writingToError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_FULL')) {
    return new RungError(
      'storage',
      'The disk is full, so this was not saved. What is in the journal is safe. Free some space, then save again.',
    );
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new RungError(
      'storage',
      'This journal may only be read here, so this was not saved. Make the file, its folder and the files beside it (-wal, -shm) writable for you.',
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new RungError(
      'storage',
      'The disk reported an error, so this was not saved. Copy your text, then run "rung doctor".',
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new RungError(
      'unavailable',
      'Another program kept the journal locked for 5 seconds, so this was not saved. Save again.',
    );
  }
  return error;
}
