import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RungError } from '../../shared/contract/errors.ts';
import { findSuperfluous } from '../../shared/domain/backup-rotation.ts';
import type { Backup, BackupPreview } from '../../shared/domain/backup.ts';
import { backupFolder } from '../files/backup-place.ts';
import { syncFile } from '../files/durable-file.ts';
import { hashFile } from '../files/hash-file.ts';
import {
  listBackups,
  makeBackup,
  makeUnlessSame,
  nameBackup,
  removeBackup,
  type BackupOrigin,
} from './backup-files.ts';
import { compareCopy, takeInLog, withReadConnection } from './db/compare-copy.ts';
import { checkJournalFile } from './db/journal-header.ts';
import { verifyCopy } from './db/verify-copy.ts';
import { catchUpSecondPlace, findBackup } from './second-place.ts';

/** Whose backups these are, and the file the journal is read from (see `copy-source`). */
interface Sourced {
  journal: string;
  source: string;
}

/**
 * The work with copies of a whole journal. It reads and writes for seconds, so it runs in a thread of its own
 * (see `run-copy-job`), on files and connections of its own.
 */
export const copyJobs = {
  make: ({ journal, source, madeAt }: Sourced & { madeAt: string }): Backup =>
    withReadConnection(source, (db) => makeBackup(db, backupFolder(journal), { madeAt, reason: 'by-hand' })),
  makeDue,
  preview,
  takeIn,
  stage,
  catchUp: ({ journal }: { journal: string }): void => catchUpSecondPlace(journal),
} as const;

/** Makes a backup by itself unless the journal is as the last one has it, then lets superfluous ones go. */
function makeDue({ journal, source, madeAt }: Sourced & { madeAt: string }): Backup | null {
  const folder = backupFolder(journal);
  const newest = listBackups(folder)[0]?.sha256;
  const made = withReadConnection(source, (db) => makeUnlessSame(db, folder, { madeAt, reason: 'by-itself' }, newest));
  // Only right after a backup that was checked is any other let go.
  if (made) for (const backup of findSuperfluous(listBackups(folder))) removeBackup(folder, backup);
  return made;
}

function preview({ journal, source, name }: Sourced & { name: string }): BackupPreview {
  const { backup, path } = findSound(journal, name);
  return { backup, changes: compareCopy(source, path) };
}

/** Makes a file that waits in the backups' folder a backup; the one that is the same already, where there is one. */
function takeIn({ journal, arrival, madeAt }: { journal: string; arrival: string; madeAt: string }): Backup {
  const folder = backupFolder(journal);
  const path = join(folder, arrival);
  if (!existsSync(path)) throw new RungError('not-found', 'The file that was to be taken in is not there.');
  try {
    checkArrival(path);
    takeInLog(path);
    chmodSync(path, 0o600);
    const sha256 = hashFile(path);
    const origin: BackupOrigin = { madeAt, reason: 'from-file' };
    return listBackups(folder).find((backup) => backup.sha256 === sha256) ?? nameBackup(folder, path, origin);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  }
}

function checkArrival(path: string): void {
  try {
    checkJournalFile(path);
  } catch (error) {
    if (!(error instanceof RungError)) throw error;
    throw new RungError(error.code, error.message.replaceAll(path, 'The file'));
  }
}

/** Lays a checked backup beside the journal, on the disk, ready to take its place; returns where. */
function stage({ journal, name }: { journal: string; name: string }): string {
  const { path } = findSound(journal, name);
  const arriving = `${journal}.arriving-${process.pid}`;
  try {
    copyFileSync(path, arriving);
    chmodSync(arriving, 0o600);
    // A newer Rung's would be put in place only to be refused.
    checkArrival(arriving);
    syncFile(arriving);
  } catch (error) {
    rmSync(arriving, { force: true });
    throw error;
  }
  return arriving;
}

/** A backup that still is, byte for byte and in all it says, what it was when it was made. */
function findSound(journal: string, name: string): ReturnType<typeof findBackup> {
  const found = findBackup(journal, name);
  verifyCopy(found.path);
  if (hashFile(found.path) !== found.backup.sha256) {
    throw new RungError('storage', `${name} was changed since it was made. Choose another backup.`);
  }
  return found;
}
