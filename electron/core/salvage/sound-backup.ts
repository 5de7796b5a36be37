import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../../shared/domain/backup.ts';
import { listBackups } from '../backup-files.ts';

/** The newest backup that is still, byte for byte, what was checked when it was made; null where there is none. */
export function findSoundBackup(folder: string): Backup | null {
  return listBackups(folder).find((backup) => isAsMade(join(folder, backup.name), backup)) ?? null;
}

function isAsMade(path: string, { sha256 }: Backup): boolean {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
  } catch {
    // It cannot be read now, so it is none to count on now.
    return false;
  }
}
