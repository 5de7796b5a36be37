import { copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFile, syncFolder, writeFileDurable } from '../../files/durable-file.ts';

/** What makes up a journal. */
const ENDS = ['', '-wal', '-shm', '-journal'];

/**
 * The steps by which a new journal takes the place of a damaged one, such that a cut after any of them leaves the damaged
 * one whole under one set of names, and nothing that could be opened by mistake:
 * 1. a note says that a rescue is under way, and under which name the damaged file is kept;
 * 2. file, log and index get that name besides their own (a second link; a copy where there are no links);
 * 3. the new journal is made beside them, and the note says which file it is;
 * 4. the old log goes, and the new file is renamed over the old one;
 * 5. the note goes.
 * While the note is there and the new file is not in place, the journal is not opened. A second rescue goes on from there.
 */
interface Note {
  /** The name the damaged file is kept under, in the same folder. */
  kept: string;
  /** The inode of the new journal, once it is made: a rename keeps it. */
  arriving: string | null;
}

/** Whether a rescue was begun at this path and not finished. One that was only not tidied up is tidied up. */
export function isSalvageCutOff(real: string): boolean {
  const note = readNote(real);
  if (!note) return false;
  if (note.arriving === null || inodeOf(real) !== note.arriving) return true;
  finish(real);
  return false;
}

/** Steps 1 and 2. Returns the path of the damaged file under the name it is kept by. `now` is UTC. */
export function keepAside(real: string, now: string): string {
  const name = readNote(real)?.kept ?? `${basename(real)}.damaged-${now.replaceAll(/[:.]/g, '-')}`;
  writeNote(real, { kept: name, arriving: null });
  const kept = join(dirname(real), name);
  for (const end of ENDS) if (existsSync(real + end) && !existsSync(kept + end)) giveSecondName(real + end, kept + end);
  syncFolder(dirname(real));
  return kept;
}

/** Where the damaged file is kept by a rescue that was cut off, once all of it has that name; undefined before. */
export function keptAside(real: string): string | undefined {
  const note = readNote(real);
  const kept = note && join(dirname(real), note.kept);
  const isWhole = kept && existsSync(kept) && ENDS.every((end) => !existsSync(real + end) || existsSync(kept + end));
  return isWhole ? kept : undefined;
}

/** Ends a rescue that was cut off, because something else took the journal's place. What is kept aside stays. */
export function giveUpSalvage(real: string): void {
  if (readNote(real)) finish(real);
}

/** Undoes {@link keepAside}, where no new journal could be made: the damaged one stays as it was. */
export function leaveInPlace(real: string, kept: string): void {
  // Only names of what is at its place are removed; after a cut in step 4 the log is nowhere else.
  if (ENDS.every((end) => existsSync(real + end) || !existsSync(kept + end))) {
    for (const end of ENDS) rmSync(kept + end, { force: true });
    finish(real);
  }
}

/** Steps 4 and 5: the new journal, whole and on the disk, takes the place. */
export function putInPlace(real: string, kept: string, arriving: string): void {
  writeNote(real, { kept: basename(kept), arriving: inodeOf(arriving) });
  for (const end of ENDS.slice(1)) rmSync(real + end, { force: true });
  syncFolder(dirname(real));
  renameSync(arriving, real);
  syncFolder(dirname(real));
  finish(real);
}

function finish(real: string): void {
  rmSync(noteOf(real), { force: true });
  syncFolder(dirname(real));
}

function giveSecondName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // No links on this file system, or none allowed: a copy under a passing name, so that half of one is not taken for all.
    copyFileSync(from, `${to}.part`);
    syncFile(`${to}.part`);
    renameSync(`${to}.part`, to);
  }
}

function writeNote(real: string, note: Note): void {
  writeFileDurable(noteOf(real), `${JSON.stringify(note)}\n`);
}

function readNote(real: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(noteOf(real), 'utf8')) as Note;
  } catch {
    // There is none; it is written whole or not at all.
    return undefined;
  }
}

function noteOf(real: string): string {
  return `${real}.rescue.json`;
}

function inodeOf(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false, bigint: true })?.ino.toString() ?? null;
}
