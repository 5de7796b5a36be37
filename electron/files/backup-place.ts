import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { RungError } from '../../shared/contract/errors.ts';
import { syncFolder, writeFileDurable } from './durable-file.ts';

/** Where the backups of a journal lie: beside it. */
export function backupFolder(journal: string): string {
  return join(dirname(journal), 'backups');
}

/** Where a file waits in the backups' folder until the core has checked it; `arrival` names it there. */
export function newArrival(journal: string): { arrival: string; path: string } {
  const arrival = `arrival-${randomBytes(8).toString('hex')}`;
  mkdirSync(backupFolder(journal), { recursive: true, mode: 0o700 });
  return { arrival, path: join(backupFolder(journal), arrival) };
}

/** The folder of a journal's copies in the second place that was chosen for them; null when none was. */
export function readBackupPlace(journal: string): string | null {
  try {
    const { folder } = JSON.parse(readFileSync(placeFile(journal), 'utf8')) as { folder?: unknown };
    return typeof folder === 'string' ? folder : null;
  } catch {
    // Never chosen, or a note that cannot be read: the same as none.
    return null;
  }
}

/**
 * Makes a folder of this journal's own inside the chosen one and remembers it on this machine, outside of the journal.
 * A place without that folder is an absent one: a mount point stays when the stick is gone.
 */
export function chooseBackupPlace(journal: string, chosen: string): string {
  const own = join(chosen, `rung-backups-${journalToMark(journal)}`);
  try {
    const inside = `${realpathSync(chosen)}${sep}`;
    if (inside.startsWith(`${realpathSync(dirname(journal))}${sep}`)) {
      throw new RungError('invalid', 'That folder is the journal’s own. Choose one on another disk or stick.');
    }
    mkdirSync(own, { recursive: true, mode: 0o700 });
    mkdirSync(backupFolder(journal), { recursive: true, mode: 0o700 });
    syncFolder(chosen);
    writeFileDurable(placeFile(journal), `${JSON.stringify({ folder: own }, null, 2)}\n`);
  } catch (error) {
    if (error instanceof RungError) throw error;
    throw new RungError('storage', `${chosen} cannot take backups: ${(error as Error).message}. Nothing was changed.`);
  }
  return own;
}

/** No second place any more. The copies there stay. */
export function forgetBackupPlace(journal: string): void {
  if (existsSync(placeFile(journal))) rmSync(placeFile(journal));
}

function placeFile(journal: string): string {
  return join(backupFolder(journal), 'second-place.json');
}

/** The same on every day, another for every machine and journal: two of them may share a stick. */
function journalToMark(journal: string): string {
  return createHash('sha256').update(`${hostname()}\0${journal}`).digest('hex').slice(0, 8);
}
