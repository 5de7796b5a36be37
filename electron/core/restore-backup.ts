import Database from 'better-sqlite3';
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { RungError } from '../../shared/contract/errors.ts';
import { syncFolder } from '../files/durable-file.ts';

/**
 * Puts a file that is whole and on the disk in the place of a journal that nobody has open, and returns where the replaced journal is kept.
 * Nothing is deleted: it stays whole under another name, with its log. At every moment there is a journal in its place, the
 * old one or the restored one; what fails leaves the old one. Throws `unavailable` while another program has it open.
 */
export function putInPlace(journal: string, arriving: string, now: string): string {
  const replaced = freeName(`${journal}.replaced-${now.replaceAll(/[:.]/g, '-')}`);
  try {
    takeForItself(journal);
    setAside(journal, replaced);
    renameSync(arriving, journal);
  } catch (error) {
    if (existsSync(replaced)) bringBack(journal, replaced);
    throw error;
  } finally {
    rmSync(arriving, { force: true });
  }
  syncFolder(dirname(journal));
  return replaced;
}

/** Two restores in one millisecond, or a clock that was set back, must not meet. */
function freeName(name: string): string {
  let free = name;
  for (let again = 2; existsSync(free); again += 1) free = `${name}-${again}`;
  return free;
}

const LOG_ENDS = ['-wal', '-shm'] as const;

/**
 * The log first: beside a file it does not belong to, SQLite would play it into that. The file itself only gets a second
 * name, which lasts until the backup takes the first; a file system without such names gets a rename.
 */
function setAside(journal: string, replaced: string): void {
  if (!existsSync(journal)) return;
  for (const end of LOG_ENDS) if (existsSync(journal + end)) renameSync(journal + end, replaced + end);
  try {
    linkSync(journal, replaced);
  } catch {
    renameSync(journal, replaced);
  }
  syncFolder(dirname(journal));
}

function bringBack(journal: string, replaced: string): void {
  renameSync(replaced, journal);
  // Two names of one file: a rename between them does nothing.
  rmSync(replaced, { force: true });
  for (const end of LOG_ENDS) if (existsSync(replaced + end)) renameSync(replaced + end, journal + end);
}

/**
 * Makes sure that nobody has the journal open. Whoever closes a sound journal last carries its log over, so that after this
 * it is one file, and nothing is lost if Rung is stopped in the middle.
 */
function takeForItself(journal: string): void {
  if (!existsSync(journal)) return;
  const db = new Database(journal, { timeout: 1_000 });
  try {
    // In this mode SQLite takes the file for itself, which it cannot while anybody else has it open.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE; COMMIT');
  } catch (error) {
    // Anything else means that the file is damaged, which is what a restore is for.
    if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return;
    throw new RungError(
      'unavailable',
      `${journal} is open in another program. Close Rung and every "rung serve", then try again. Nothing was changed.`,
    );
  } finally {
    db.close();
  }
}
