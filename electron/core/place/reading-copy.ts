import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';

const PREFIX = 'rung-reading-';
/** What makes up a journal: SQLite also needs the log and, where there is one, the rollback journal. */
const ENDS = ['', '-wal', '-journal'];
/** How often a copy is begun again because somebody wrote meanwhile. */
const MOST_TRIES = 5;

/** A private copy of a journal, in a folder of its own that only this user can enter. */
export interface ReadingCopy {
  path: string;
  /** Whether the journal itself has been written since. */
  isStale(): boolean;
  remove(): void;
}

/**
 * Copies a journal, with its log, to where it can be opened without touching the original.
 * Throws `storage` when the copy cannot be made, `unavailable` when the journal is written without a pause.
 */
export function makeReadingCopy(real: string): ReadingCopy {
  sweepReadingCopies();
  const folder = makeFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, 'journal.sqlite');
  try {
    const seen = copyAtRest(real, path);
    return { path, isStale: () => fingerprint(real) !== seen, remove };
  } catch (error) {
    remove();
    throw copyingToError(real, error);
  }
}

/** Removes the copies that a process left behind which has ended without doing so. */
export function sweepReadingCopies(): void {
  for (const name of readdirSync(tmpdir())) {
    const process = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (process && !isRunning(Number(process))) removeQuietly(join(tmpdir(), name));
  }
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  } catch (error) {
    throw new RungError(
      'storage',
      `This journal can only be read from a copy, and none could be made in ${tmpdir()}: ${(error as Error).message}. Free some space there, or set TMPDIR to another folder.`,
    );
  }
}

/** The files as they were at one moment: copied again when one of them changed during the copy. */
function copyAtRest(real: string, path: string): string {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = fingerprint(real);
    for (const end of ENDS) copyIfThere(real + end, path + end);
    if (fingerprint(real) === before) return before;
  }
  throw new RungError('unavailable', `${real} is being written without a pause. Try again in a moment.`);
}

function copyIfThere(from: string, to: string): void {
  rmSync(to, { force: true });
  if (!existsSync(from)) return;
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}

function fingerprint(real: string): string {
  const stats = ENDS.map((end) => statSync(real + end, { throwIfNoEntry: false, bigint: true }));
  return stats.map((stat) => (stat ? `${stat.ino}:${stat.size}:${stat.mtimeNs}` : '-')).join(' ');
}

function copyingToError(real: string, error: unknown): unknown {
  if (error instanceof RungError || !(error instanceof Error)) return error;
  return new RungError('storage', `${real} cannot be copied to be read: ${error.message}. Nothing was changed.`);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process answers with EPERM, and its copy is not ours to remove.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another user's: they have to.
  }
}
