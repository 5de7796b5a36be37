import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { RungError } from '../../shared/contract/errors.ts';
import { writeFileDurable } from '../files/durable-file.ts';
import { makeFolder } from '../files/make-folder.ts';

/** Whether a journal was at this place before, by the list that every opening keeps. */
export function isKnownJournal(list: string, path: string): boolean {
  return readKnownJournals(list).includes(pathToKey(path));
}

/** Remembers that a journal is at this place. A list that cannot be written is no reason to keep somebody from writing. */
export function rememberJournal(list: string, path: string): void {
  const known = readKnownJournals(list);
  if (known.includes(pathToKey(path))) return;
  try {
    makeFolder(dirname(list));
    writeFileDurable(list, `${JSON.stringify([...known, pathToKey(path)], null, 2)}\n`);
  } catch (error) {
    if (!isFileError(error) && !(error instanceof RungError)) throw error;
  }
}

/** Paths from the list; none where there is no list, or where it is not one. */
function readKnownJournals(list: string): string[] {
  try {
    const known: unknown = JSON.parse(readFileSync(list, 'utf8'));
    return Array.isArray(known) ? known.filter((path) => typeof path === 'string') : [];
  } catch (error) {
    if (error instanceof SyntaxError || isFileError(error)) return [];
    throw error;
  }
}

function pathToKey(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch (error) {
    if (isFileError(error)) return path;
    throw error;
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
