import Database from 'better-sqlite3';
import { linkSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFileDurable } from '../files/durable-file.ts';
import { makeFolder } from '../files/make-folder.ts';
import { eachRevision } from './db/revisions-sql.ts';
import { errorToDamage } from './damage.ts';
import { isIntact } from './revisions.ts';

/** Milliseconds after which a journal is looked over again, however it was closed: a week. */
const EVERY = 7 * 86_400_000;

/**
 * What is broken in an open journal, in words; undefined where nothing is. Reads the whole file: SQLite's quick_check
 * for its structure, and each saved version's SHA-256 for the text, which quick_check does not see.
 */
export function findDamage(db: Database.Database): string | undefined {
  try {
    const [finding] = db.prepare<[], string>('PRAGMA quick_check(1)').pluck().all();
    if (finding !== 'ok') return `SQLite found its structure broken (${finding ?? 'no answer'})`;
    for (const row of eachRevision(db)) {
      if (!isIntact(row)) return `version ${row.number} of entry ${row.entry_id} is not as it was saved`;
    }
    return undefined;
  } catch (error) {
    const damage = errorToDamage(error) ?? checkToDamage(error);
    if (damage) return damage;
    throw error;
  }
}

/** A check that breaks off found something that SQLite has no finding for, such as rubbish in the index of words. */
function checkToDamage(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_ERROR' ? `SQLite cannot check it (${(error as Error).message})` : undefined;
}

/**
 * Whether the last program that had the journal open was cut off: whoever closes it last removes the log, so that a log
 * without anybody using it is a stop that was not clean. No mark has to be written for that, and none can be lost.
 */
export function wasCutOff(real: string): boolean {
  const hasLog = ['-wal', '-journal'].some((end) => (statSync(real + end, { throwIfNoEntry: false })?.size ?? 0) > 0);
  // Whoever opens it next writes the log back, so that asking may do so too.
  return hasLog && !isLocked(real);
}

/**
 * Whether another program has the journal open at this moment. Nothing of the journal is changed by asking: locks belong
 * to the file whatever its name, and under a second name SQLite finds no log that it would write back.
 */
export function isOpenElsewhere(real: string): boolean {
  // The name is one that `forgetUnfinished` takes for what it is.
  const second = `${real}.new-look-${process.pid}`;
  try {
    linkSync(real, second);
  } catch {
    // No links here. Then there is no log either: such places keep none.
    return isLocked(real);
  }
  try {
    return isLocked(second);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(second + end, { force: true });
  }
}

function isLocked(name: string): boolean {
  const db = new Database(name, { fileMustExist: true, timeout: 0 });
  try {
    // In this mode SQLite takes the file for itself, which it cannot while anybody else has it open.
    db.pragma('locking_mode = EXCLUSIVE');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false;
  } finally {
    db.close();
  }
}

/** Whether a week has gone by since the journal was looked over, by a list beside the one of known journals. */
export function isDue(knownJournals: string, path: string, now: string): boolean {
  const last = readLooks(knownJournals)[path];
  return last === undefined || Math.abs(Date.parse(now) - Date.parse(last)) >= EVERY;
}

/** Remembers that the journal was looked over and found whole. A list that cannot be written costs a second look. */
export function rememberLook(knownJournals: string, path: string, now: string): void {
  try {
    makeFolder(dirname(knownJournals));
    const looks = { ...readLooks(knownJournals), [path]: now };
    writeFileDurable(listOf(knownJournals), `${JSON.stringify(looks, null, 2)}\n`);
  } catch {
    // Said by the sentence above.
  }
}

function readLooks(knownJournals: string): Record<string, string> {
  try {
    const looks: unknown = JSON.parse(readFileSync(listOf(knownJournals), 'utf8'));
    return typeof looks === 'object' && looks !== null ? (looks as Record<string, string>) : {};
  } catch {
    // No list yet, or half of one: everything is due.
    return {};
  }
}

function listOf(knownJournals: string): string {
  return join(dirname(knownJournals), 'looked-over.json');
}
