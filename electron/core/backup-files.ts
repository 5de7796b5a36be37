import type Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupSchema, type Backup } from '../../shared/domain/backup.ts';
import { sortNewestFirst } from '../../shared/domain/backup-rotation.ts';
import { syncFile, syncFolder, writeFileDurable } from '../files/durable-file.ts';
import { hashFile } from '../files/hash-file.ts';
import { verifyCopy } from './db/verify-copy.ts';

/** Milliseconds after which a half-made copy belongs to nobody any more. */
const ABANDONED = 60 * 60_000;

/** What a new backup is known by. */
export type BackupOrigin = Pick<Backup, 'madeAt' | 'reason'>;

/**
 * Copies the journal, opens and checks the copy, and only then gives it a name that counts.
 * Throws `storage` when the copy is not sound; then no backup is there that was not there before.
 */
export function makeBackup(db: Database.Database, folder: string, origin: BackupOrigin): Backup {
  return makeUnlessSame(db, folder, origin, undefined)!;
}

/** The same; null, and nothing kept, when the copy is byte for byte the one with this SHA-256. */
export function makeUnlessSame(
  db: Database.Database,
  folder: string,
  origin: BackupOrigin,
  sha256: string | undefined,
): Backup | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeAbandoned(folder);
  const unfinished = newUnfinished(folder);
  try {
    db.prepare<[string], never>('VACUUM INTO ?').run(unfinished);
    chmodSync(unfinished, 0o600);
    return hashFile(unfinished) === sha256 ? null : nameBackup(folder, unfinished, origin);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** A name in the folder for a copy that is not checked yet, and belongs to this process alone. */
export function newUnfinished(folder: string): string {
  return join(folder, `.making-${randomBytes(8).toString('hex')}-${process.pid}.sqlite`);
}

/** Checks a file in the folder from its first byte to its last and makes it a backup; throws `storage` when it is not sound. */
export function nameBackup(folder: string, unfinished: string, origin: BackupOrigin): Backup {
  const counts = verifyCopy(unfinished);
  const backup = {
    ...counts,
    bytes: statSync(unfinished).size,
    sha256: hashFile(unfinished),
    name: freeName(folder, origin.madeAt),
    number: 1 + Math.max(0, ...listBackups(folder).map(({ number }) => number)),
    ...origin,
  };
  syncFile(unfinished);
  renameSync(unfinished, join(folder, backup.name));
  syncFolder(folder);
  writeNote(folder, backup);
  return backup;
}

/** Says beside a backup what it is: from then on it is listed. */
export function writeNote(folder: string, backup: Backup): void {
  writeFileDurable(join(folder, `${backup.name}.json`), `${JSON.stringify(backup, null, 2)}\n`);
}

/** The backups in a folder that were checked when they were made, newest first. */
export function listBackups(folder: string): Backup[] {
  const notes = readNames(folder).filter((name) => name.endsWith('.sqlite.json'));
  return sortNewestFirst(notes.flatMap((name) => readBackup(folder, name)));
}

/** Removes a backup; its note first, so that nothing is listed that is not there. */
export function removeBackup(folder: string, { name }: Backup): void {
  rmSync(join(folder, `${name}.json`), { force: true });
  rmSync(join(folder, name), { force: true });
}

function readBackup(folder: string, name: string): Backup[] {
  try {
    const backup = backupSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return backup.success && statSync(join(folder, backup.data.name)).size === backup.data.bytes ? [backup.data] : [];
  } catch {
    // A half-written note or a copy that somebody took away: no backup to count on.
    return [];
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Removes what a power cut left half-made. */
export function removeAbandoned(folder: string): void {
  for (const name of readNames(folder)) {
    if (!/^(?:\.making-|arrival-|\..+\.part$)/.test(name)) continue;
    const path = join(folder, name);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > ABANDONED) {
      rmSync(path, { force: true });
    }
  }
}

/** To the millisecond, and counted where a clock that ran backwards comes to the same one again. */
function freeName(folder: string, madeAt: string): string {
  const stem = `journal-${madeAt.replaceAll(/[:.]/g, '-')}`;
  let name = `${stem}.sqlite`;
  for (let again = 2; existsSync(join(folder, name)); again += 1) name = `${stem}-${again}.sqlite`;
  return name;
}
