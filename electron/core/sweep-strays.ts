import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backupFolder } from '../files/backup-place.ts';

/**
 * Removes what Rung was making beside a journal when it was stopped: files under names that count for nothing, each with the
 * number of the process that made it. Those of processes that are still alive stay. What is on its way out of the world is
 * not worth an error: it is tried again at the next start.
 */
export function sweepStrays(journal: string): void {
  const name = basename(journal);
  sweep(dirname(journal), [`${name}.new-`, `${name}.arriving-`, `.${name}.`]);
  sweep(backupFolder(journal), ['.making-', '.journal-']);
}

function sweep(folder: string, beginnings: readonly string[]): void {
  for (const name of readNames(folder)) {
    const beginning = beginnings.find((one) => name.startsWith(one));
    const maker = beginning === undefined ? undefined : nameToProcess(name);
    if (maker === undefined || isAtWork(maker)) continue;
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      continue;
    }
  }
}

/** The process that a name ends with, such as 4711 in `journal.sqlite.new-4711-wal`, `.making-4711.sqlite` or `.x.4711.part`. */
function nameToProcess(name: string): number | undefined {
  const found = /[-.](\d+)(?:\.sqlite|\.part)?(?:-wal|-shm|-journal)?$/.exec(name)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** This process itself makes nothing while it opens a journal. */
function isAtWork(process_: number): boolean {
  if (process_ === process.pid) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
