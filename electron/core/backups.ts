import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HandlersOf, Output } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { findSuperfluous } from '../../shared/domain/backup-rotation.ts';
import type { Backup } from '../../shared/domain/backup.ts';
import { backupFolder, listBackups, makeBackup, removeBackup } from './backup-files.ts';
import { verifyCopy } from './db/verify-copy.ts';
import type { Journal } from './journal.ts';

/** How long after one backup the next is made by itself, in milliseconds. */
const INTERVAL = 60 * 60_000;

/** Copies of the journal. Putting one back is for `open-core`, which has the file open. */
export function backupHandlers(journal: Journal): Omit<HandlersOf<'backups'>, 'backups.restore'> {
  const folder = backupFolder(journal.path);
  return {
    'backups.list': () => listBackups(folder),
    'backups.make': () => makeBackup(journal.db, folder, journal.clock.now(), 'by-hand'),
    'backups.tend': () => ({ made: tendBackups(journal, folder) }),
    'backups.preview': ({ name }) => previewBackup(journal, folder, name),
  };
}

/** The file of a backup that still is what it was when it was made; throws `not-found` or `storage`. */
export function findBackup(folder: string, name: string): { path: string; backup: Backup } {
  const backup = listBackups(folder).find((one) => one.name === name);
  const path = join(folder, name);
  if (!backup || !existsSync(path))
    throw new RungError('not-found', `There is no backup ${name}. "rung backup list" shows them.`);
  verifyCopy(path);
  return { path, backup };
}

/** Makes a backup when the last one is an hour old and something was written since, then lets superfluous ones go. */
function tendBackups({ db, clock }: Journal, folder: string): Backup | null {
  const [newest] = listBackups(folder);
  if (newest && Date.parse(clock.now()) - Date.parse(newest.madeAt) < INTERVAL) return null;
  if (newest && newest.versions === countVersions(db) && !hasChangedSince(db, newest.madeAt)) return null;
  const made = makeBackup(db, folder, clock.now(), 'by-itself');
  for (const backup of findSuperfluous(listBackups(folder))) removeBackup(folder, backup);
  return made;
}

function previewBackup({ db }: Journal, folder: string, name: string): Output<'backups.preview'> {
  const { path, backup } = findBackup(folder, name);
  db.prepare<[string], never>('ATTACH ? AS copy').run(path);
  try {
    const count = (sentence: string) => db.prepare<[], number>(sentence).pluck().get() ?? 0;
    return {
      backup,
      onlyInJournal: count('SELECT count(*) FROM main.entries WHERE id NOT IN (SELECT id FROM copy.entries)'),
      onlyInBackup: count('SELECT count(*) FROM copy.entries WHERE id NOT IN (SELECT id FROM main.entries)'),
      newerInJournal: count(
        'SELECT count(*) FROM main.entries m JOIN copy.entries c ON c.id = m.id WHERE m.revision > c.revision',
      ),
    };
  } finally {
    db.exec('DETACH copy');
  }
}

function countVersions(db: Journal['db']): number {
  return db.prepare<[], number>('SELECT count(*) FROM revisions').pluck().get() ?? 0;
}

/** Whether something changed that makes no version: the trash, evidence. */
function hasChangedSince(db: Journal['db'], instant: string): boolean {
  const sentence = `SELECT EXISTS (SELECT 1 FROM evidence WHERE updated_at > :instant)
    OR EXISTS (SELECT 1 FROM entries WHERE trashed_at > :instant OR updated_at > :instant)`;
  return db.prepare<{ instant: string }, number>(sentence).pluck().get({ instant }) === 1;
}
