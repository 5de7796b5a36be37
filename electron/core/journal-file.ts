import type Database from 'better-sqlite3';
import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { RungError } from '../../shared/contract/errors.ts';
import type { JournalPlace } from '../../shared/domain/journal.ts';
import { checkJournalFile, NewerJournalError, isAnythingAt } from './db/journal-header.ts';
import { createDriver, forgetUnfinished, openDriver, openReadingDriver } from './db/open-driver.ts';
import { openNewerDriver } from './db/read-newer.ts';
import { wasCutOff } from './look-over.ts';
import { findPlace, type ReadFileSystemType } from './place/find-place.ts';
import { findReadOnlyReason } from './place/read-only.ts';
import { makeReadingCopy, type ReadingCopy } from './place/reading-copy.ts';

/** A journal file that is open, in the way its place allows. */
export interface JournalFile {
  db: Database.Database;
  /** Why nothing can be written, as a sentence; null where everything can. */
  readOnly: string | null;
  place: JournalPlace | null;
  /** Whether the last program that had it open was cut off. */
  wasCutOff: boolean;
  /** Whether it should be opened anew: it is a copy, and the journal itself has been written since or can be written now. */
  isStale(): boolean;
  close(): void;
}

/** Opens the journal at a path for writing where its place allows that, else a private copy of it for reading. */
export function openJournalFile(path: string, readType: ReadFileSystemType): JournalFile {
  forgetUnfinished(path);
  checkJournalFile(path);
  const real = realpathSync(path);
  const place = findPlace(real, readType);
  const reason = findReadOnlyReason(real);
  if (reason) {
    const words = `This journal can only be read: ${reason}. Everything can be seen, searched and exported; nothing can be changed here.`;
    return openToRead({
      real,
      place,
      words,
      open: openReadingDriver,
      isStillSo: () => findReadOnlyReason(real) === reason,
    });
  }
  // Asked before SQLite opens the file, because that clears the traces away.
  const isCutOff = wasCutOff(real);
  return openedToWrite(openDriver(path, { isAlone: place !== null }), place, isCutOff);
}

/** Makes a journal at the path and opens it. */
export function createJournalFile(path: string, readType: ReadFileSystemType): JournalFile {
  const place = findPlace(pathToReal(path), readType);
  return openedToWrite(createDriver(path, { isAlone: place !== null }), place, false);
}

/**
 * Opens a private copy because that was asked for, whatever may be done with the journal itself; also one that a newer
 * Rung wrote, if nothing stands in it that this Rung could misunderstand. Throws `storage` where something does.
 */
export function viewJournalFile(path: string, readType: ReadFileSystemType): JournalFile {
  const newer = findNewer(path);
  const real = realpathSync(path);
  return openToRead({
    real,
    place: findPlace(real, readType),
    words: newer
      ? `This journal was written by a newer Rung (journal format ${newer.schema}), so here it can only be read. Update Rung to write in it.`
      : 'This journal was opened to be read only. Nothing can be changed in it this way.',
    open: newer ? openNewerDriver : openReadingDriver,
    isStillSo: () => true,
  });
}

/** Whether a journal of a newer Rung can be looked at: opens it for a moment, in a copy. */
export function canView(path: string): boolean {
  try {
    viewJournalFile(path, () => 0).close();
    return true;
  } catch (error) {
    if (error instanceof RungError) return false;
    throw error;
  }
}

interface ReadingOptions {
  real: string;
  place: JournalPlace | null;
  words: string;
  open: (copy: string) => Database.Database;
  isStillSo: () => boolean;
}

function openToRead({ real, place, words, open, isStillSo }: ReadingOptions): JournalFile {
  const copy = makeReadingCopy(real);
  const db = openCopy(copy, open);
  return {
    db,
    readOnly: words,
    place,
    wasCutOff: false,
    isStale: () => copy.isStale() || !isStillSo(),
    close: () => {
      db.close();
      copy.remove();
    },
  };
}

function openCopy(copy: ReadingCopy, open: (copy: string) => Database.Database): Database.Database {
  try {
    return open(copy.path);
  } catch (error) {
    copy.remove();
    throw error;
  }
}

function openedToWrite(db: Database.Database, place: JournalPlace | null, isCutOff: boolean): JournalFile {
  return { db, readOnly: null, place, wasCutOff: isCutOff, isStale: () => false, close: () => void db.close() };
}

function findNewer(path: string): NewerJournalError | undefined {
  try {
    checkJournalFile(path);
    return undefined;
  } catch (error) {
    if (error instanceof NewerJournalError) return error;
    throw error;
  }
}

/** The nearest folder above that is there decides where a new file will lie. */
function pathToReal(path: string): string {
  let folder = dirname(path);
  while (!statSync(folder, { throwIfNoEntry: false }) && dirname(folder) !== folder) folder = dirname(folder);
  return isAnythingAt(folder) ? path.replace(folder, realpathSync(folder)) : path;
}
