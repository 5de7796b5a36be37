import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { RungError } from '../../shared/contract/errors.ts';

/**
 * Makes a folder, and those above it, for this user only. Throws `storage` in words where that cannot be. One by one:
 * Node's own recursive way tries for ever where nothing can be made below an existing folder, as in /proc.
 */
export function makeFolder(folder: string): void {
  for (const missing of findMissing(folder)) makeOne(missing, folder);
}

/** The folders that are not there yet, the uppermost first. */
function findMissing(folder: string): string[] {
  const missing: string[] = [];
  for (let here = folder; !isFolder(here, folder); here = dirname(here)) missing.unshift(here);
  return missing;
}

function isFolder(path: string, wanted: string): boolean {
  let stat;
  try {
    stat = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw refuse(wanted, (error as NodeJS.ErrnoException).code);
  }
  if (stat && !stat.isDirectory()) {
    throw new RungError(
      'storage',
      `${path} is a file, so Rung cannot keep its folder there (${wanted}). Set RUNG_HOME to a folder, or name a journal elsewhere (--journal FILE).`,
    );
  }
  return stat !== undefined || dirname(path) === path;
}

function makeOne(path: string, wanted: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another process may have been quicker.
    if (code !== 'EEXIST' || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw refuse(wanted, code);
  }
}

function refuse(folder: string, code: string | undefined): RungError {
  return new RungError(
    'storage',
    `The folder ${folder} cannot be made or entered (${code ?? 'unknown'}). Nothing was written. Set RUNG_HOME to a folder you may write to, or name a journal elsewhere (--journal FILE).`,
  );
}
