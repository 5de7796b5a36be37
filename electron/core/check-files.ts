import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { JournalCheck } from '../../shared/domain/journal.ts';
import { backupFolder } from '../files/backup-place.ts';
import { listBackups } from './backup-files.ts';
import type { Journal } from './journal.ts';

/** Whoever else is on the machine may neither read, write nor enter. */
const OTHERS = 0o077;
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Looks at the files of a journal and those beside it: who may read them, what the backups are worth, what was left behind. */
export function checkFiles(journal: Journal): JournalCheck[] {
  return [checkModes(journal), checkBackups(journal), checkLeftBehind(journal)];
}

/** Takes the files of a journal from everybody but their owner. Windows keeps that in another way. */
export function closeFiles({ path }: Pick<Journal, 'path'>): void {
  for (const file of findOpenToOthers(path)) chmodSync(file, statSync(file).isDirectory() ? FOLDER_MODE : FILE_MODE);
}

function checkModes({ path, readOnly }: Journal): JournalCheck {
  const open = readOnly ? [] : findOpenToOthers(path);
  const isOk = open.length === 0;
  const names = open.slice(0, 5).map((file) => basename(file));
  const message = isOk
    ? 'Only you may read the journal and its backups.'
    : `Others on this machine may read ${names.join(', ')}${open.length > 5 ? ` and ${open.length - 5} more` : ''}. "rung doctor --repair" makes them yours alone.`;
  return { id: 'private', isOk, message };
}

/** The folder of the journal itself may be any folder of the user's, and is not Rung's to judge or to change. */
function findOpenToOthers(journal: string): string[] {
  if (process.platform === 'win32') return [];
  const folder = backupFolder(journal);
  const files = ['', '-wal', '-shm'].map((end) => journal + end);
  return [...files, folder, ...namesIn(folder).map((name) => join(folder, name))].filter(
    (file) => ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS) !== 0,
  );
}

function checkBackups({ path }: Journal): JournalCheck {
  const folder = backupFolder(path);
  const backups = listBackups(folder);
  const changed = backups.filter(({ name, sha256 }) => hashOf(join(folder, name)) !== sha256);
  const newest = backups.find((backup) => !changed.includes(backup));
  const known = newest ? `The newest sound backup is of ${newest.madeAt}.` : 'There is no backup yet.';
  if (changed.length === 0) {
    const all = backups.length === 0 ? '' : ` ${backups.length} of ${backups.length} are as they were made (SHA-256).`;
    return { id: 'backups', isOk: true, message: `${known}${all}` };
  }
  const names = changed.map(({ name }) => name).join(', ');
  return { id: 'backups', isOk: false, message: `Backups that are not as they were made: ${names}. ${known}` };
}

/** Files kept aside are no fault, nor is what a process left that was cut off; they are only told of. */
function checkLeftBehind({ path }: Journal): JournalCheck {
  const journal = basename(path);
  const ends = ['.new-', '.arriving-', '.replaced-', '.damaged-'];
  const left = namesIn(dirname(path)).filter(
    (name) => ends.some((end) => name.startsWith(journal + end)) || (name.startsWith('.') && name.endsWith('.part')),
  );
  const message = left.length === 0 ? 'No files were left beside the journal.' : `Kept aside: ${left.join(', ')}.`;
  return { id: 'aside', isOk: true, message };
}

function hashOf(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    // A copy that cannot be read is worth as much as one that has changed.
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there, or not to be listed: nothing to look at.
    return [];
  }
}
