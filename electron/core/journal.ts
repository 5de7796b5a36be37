import type Database from 'better-sqlite3';
import { RungError } from '../../shared/contract/errors.ts';
import type { JournalPlace } from '../../shared/domain/journal.ts';
import type { Rubric } from '../../shared/domain/rubric.ts';
import type { Clock } from './clock.ts';
import { assertDurable } from './db/open-driver.ts';
import { prepare } from './db/prepare.ts';
import { diskErrorToWords } from './disk-error.ts';

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

/** A text that changes with every write, by this process (total_changes) or another (data_version). */
export function readVersion({ db }: Journal): string {
  const others = db.pragma('data_version', { simple: true }) as number;
  const own = prepare<[], number>(db, 'SELECT total_changes()').pluck().get() ?? 0;
  return `${others}.${own}`;
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
    throw diskErrorToWords(error);
  }
}

/** Refuses, in words, where the journal can only be read. */
export function assertWritable({ readOnly }: Pick<Journal, 'readOnly'>): void {
  if (readOnly) throw new RungError('storage', `${readOnly} Nothing was saved.`);
}
