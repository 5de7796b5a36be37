import { accessSync, constants, lstatSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';

/**
 * Why a journal can only be read where it lies, in words; null where it can be written. SQLite needs to write the file,
 * its folder and the two files beside it. Modes, read-only disks and the immutable mark all show here; root passes modes.
 */
export function findReadOnlyReason(real: string): string | null {
  const folder = dirname(real);
  if (!mayWrite(folder)) return `the folder ${folder} may not be written to`;
  if (!mayWrite(real)) return `the file ${real} may not be written to`;
  const beside = ['-wal', '-shm'].map((end) => real + end).find((path) => isThere(path) && !mayWrite(path));
  return beside ? `the file ${beside} may not be written to` : null;
}

/** Throws `storage` where nothing may be put in a journal's place. */
export function assertPlaceWritable(path: string): void {
  const folder = dirname(path);
  const there = isThere(path) ? findReadOnlyReason(followLinks(path)) : null;
  const reason = there ?? (mayWrite(folder) ? null : `the folder ${folder} may not be written to`);
  if (reason) {
    throw new RungError('storage', `Nothing was changed: ${reason}. Copy the journal to a folder of your own first.`);
  }
}

/** The path of the file itself; the given one where a link leads nowhere. */
export function followLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
