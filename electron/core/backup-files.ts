import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupSchema, type Backup } from '../../shared/domain/backup.ts';
import { syncFile, syncFolder, writeFileDurable } from '../files/durable-file.ts';
import { verifyCopy } from './db/verify-copy.ts';

/** Where the backups of a journal lie: beside it. */
export function backupFolder(journal: string): string {
  return join(dirname(journal), 'backups');
}

/**
 * Copies the journal, opens and checks the copy, and only then gives it a name that counts. `madeAt` is UTC.
 * Throws `storage` when the copy is not sound; then no backup is there that was not there before.
 */
export function makeBackup(db: Database.Database, folder: string, madeAt: string, reason: Backup['reason']): Backup {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.making-${process.pid}.sqlite`);
  rmSync(unfinished, { force: true });
  try {
    db.prepare<[string], never>('VACUUM INTO ?').run(unfinished);
    chmodSync(unfinished, 0o600);
    const backup = { ...describeCopy(unfinished), name: timeToName(madeAt), madeAt, reason };
    syncFile(unfinished);
    renameSync(unfinished, join(folder, backup.name));
    syncFolder(folder);
    writeFileDurable(join(folder, `${backup.name}.json`), `${JSON.stringify(backup, null, 2)}\n`);
    return backup;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** The backups in a folder that were checked when they were made, newest first. */
export function listBackups(folder: string): Backup[] {
  return readNames(folder)
    .filter((name) => name.endsWith('.sqlite.json'))
    .flatMap((name) => readBackup(folder, name))
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** Removes a backup; its file first, so that nothing is listed that is not there. */
export function removeBackup(folder: string, { name }: Backup): void {
  rmSync(join(folder, `${name}.json`), { force: true });
  rmSync(join(folder, name), { force: true });
}

function describeCopy(path: string): Pick<Backup, 'entries' | 'versions' | 'bytes' | 'sha256'> {
  const counts = verifyCopy(path);
  return {
    ...counts,
    bytes: statSync(path).size,
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
  };
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

/** To the millisecond: two backups of one second must not meet. */
function timeToName(madeAt: string): string {
  return `journal-${madeAt.replaceAll(/[:.]/g, '-')}.sqlite`;
}
