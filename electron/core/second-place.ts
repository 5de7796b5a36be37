import { chmodSync, copyFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RungError } from '../../shared/contract/errors.ts';
import type { Backup, ListedBackup, SecondPlace } from '../../shared/domain/backup.ts';
import type { JournalCheck } from '../../shared/domain/journal.ts';
import { findSuperfluous, sortNewestFirst } from '../../shared/domain/backup-rotation.ts';
import { backupFolder, readBackupPlace } from '../files/backup-place.ts';
import { syncFile, syncFolder } from '../files/durable-file.ts';
import { hashFile } from '../files/hash-file.ts';
import { listBackups, newUnfinished, removeAbandoned, removeBackup, writeNote } from './backup-files.ts';

/** Every backup of a journal that can be read now, beside it or in the second place; newest first. */
export function listEverywhere(journal: string): ListedBackup[] {
  const here = listBackups(backupFolder(journal));
  const there = new Map(listSecond(journal).map((backup) => [backup.name, backup]));
  const both: ListedBackup[] = here.map((backup) => {
    const isThere = there.get(backup.name)?.sha256 === backup.sha256;
    return { ...backup, places: isThere ? ['beside-journal', 'second-place'] : ['beside-journal'] };
  });
  const names = new Set(here.map(({ name }) => name));
  const onlyThere = [...there.values()].filter(({ name }) => !names.has(name));
  return sortNewestFirst([...both, ...onlyThere.map((one): ListedBackup => ({ ...one, places: ['second-place'] }))]);
}

/** A backup by its name, and the file it is read from. Throws `not-found`. */
export function findBackup(journal: string, name: string): { backup: ListedBackup; path: string } {
  const backup = listEverywhere(journal).find((one) => one.name === name);
  if (!backup) throw new RungError('not-found', `There is no backup ${name}. "rung backup list" shows them.`);
  const isHere = backup.places.includes('beside-journal');
  return { backup, path: join(isHere ? backupFolder(journal) : readBackupPlace(journal)!, name) };
}

/** The second place as it is now; null when none was chosen. */
export function readSecondPlace(journal: string, problem: string | null): SecondPlace | null {
  const folder = readBackupPlace(journal);
  if (folder === null) return null;
  const there = listSecond(journal);
  return {
    folder,
    isThere: isFolder(folder),
    copies: there.length,
    newestAt: there[0]?.madeAt ?? null,
    missing: findMissing(listBackups(backupFolder(journal)), there).length,
    problem,
  };
}

/** What `rung doctor` says of the second place; nothing where none was chosen. One that is away is no fault. */
export function checkSecondPlace(journal: string): JournalCheck[] {
  const place = readSecondPlace(journal, null);
  if (!place) return [];
  const { isThere, copies, missing } = place;
  const message = isThere
    ? `The second place has ${copies} backups; ${missing} are still to be copied there.`
    : 'The second place for backups is not there now; what it misses is copied when it is back.';
  return [{ id: 'second-place', isOk: true, message }];
}

/**
 * Copies to the second place what is not there yet, checks each copy by its SHA-256, and lets superfluous ones go.
 * An absent place is caught up when it is back. Throws what the disk there says.
 */
export function catchUpSecondPlace(journal: string): void {
  const folder = readBackupPlace(journal);
  if (folder === null || !isFolder(folder)) return;
  removeAbandoned(folder);
  const here = backupFolder(journal);
  // The oldest first, so that an interrupted catching up leaves a row without gaps.
  for (const backup of findMissing(listBackups(here), listBackups(folder)).toReversed()) copyTo(folder, here, backup);
  for (const backup of findSuperfluous(listBackups(folder))) removeBackup(folder, backup);
}

function copyTo(folder: string, from: string, backup: Backup): void {
  const unfinished = newUnfinished(folder);
  try {
    copyFileSync(join(from, backup.name), unfinished);
    chmodSync(unfinished, 0o600);
    syncFile(unfinished);
    if (hashFile(unfinished) !== backup.sha256) {
      throw new RungError('storage', `${backup.name} did not arrive as it was sent. It was not kept.`);
    }
    renameSync(unfinished, join(folder, backup.name));
    syncFolder(folder);
    writeNote(folder, backup);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** What should be in the second place and is not: what its rotation would let go at once is not brought there. */
function findMissing(here: readonly Backup[], there: readonly Backup[]): Backup[] {
  const arrived = new Set(there.map(({ name, sha256 }) => `${name} ${sha256}`));
  const coming = here.filter(({ name, sha256 }) => !arrived.has(`${name} ${sha256}`));
  const superfluous = new Set(findSuperfluous([...there, ...coming]));
  return coming.filter((backup) => !superfluous.has(backup));
}

function listSecond(journal: string): Backup[] {
  const folder = readBackupPlace(journal);
  return folder === null ? [] : listBackups(folder);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
