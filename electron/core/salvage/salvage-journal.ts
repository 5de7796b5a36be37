import { chmodSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';
import type { Backup } from '../../../shared/domain/backup.ts';
import type { Salvage } from '../../../shared/domain/journal.ts';
import { backupFolder } from '../../files/backup-place.ts';
import { syncFile } from '../../files/durable-file.ts';
import { makeEmptyJournal } from '../db/open-driver.ts';
import { verifyCopy } from '../db/verify-copy.ts';
import { isOpenElsewhere } from '../look-over.ts';
import { makeReadingCopy } from '../place/reading-copy.ts';
import { fillJournal } from './build-journal.ts';
import { keepAside, keptAside, leaveInPlace, putInPlace } from './move-aside.ts';
import { planSalvage, type SalvagePlan } from './plan-salvage.ts';
import { readDamaged, readFindings, type Findings } from './read-findings.ts';
import { findSoundBackup } from './sound-backup.ts';

export interface SalvageOptions {
  path: string;
  /** UTC; names the file that is kept. */
  now: string;
  /** Says what would come back, and changes nothing. */
  isPreview: boolean;
}

/**
 * Makes a new journal of everything that can be read from a damaged one, and from the newest sound backup what the file
 * lost. The damaged file is kept aside, whole, whatever happens on the way. Throws `storage` where nothing can be read,
 * `unavailable` while another program has it open.
 */
export function salvageJournal({ path, now, isPreview }: SalvageOptions): Salvage {
  const real = realpathSync(path);
  const backup = findSoundBackup(backupFolder(path));
  if (isPreview) {
    const { plan } = readPlan(keptAside(real) ?? real, path, backup);
    return planToReport(plan, backup, null);
  }
  if (isOpenElsewhere(real)) {
    throw new RungError(
      'unavailable',
      `${path} is open in another program. Close Rung and every "rung serve", then try again. Nothing was changed.`,
    );
  }
  const kept = keepAside(real, now);
  try {
    const { plan, sources } = readPlan(kept, path, backup);
    if (plan.entries.length === 0) throw nothingReadable(path);
    putInPlace(real, kept, makeJournal(`${real}.arriving`, plan, sources));
    return planToReport(plan, backup, kept);
  } catch (error) {
    leaveInPlace(real, kept);
    throw error;
  }
}

function readPlan(file: string, path: string, backup: Backup | null): { plan: SalvagePlan; sources: Findings[] } {
  const copy = makeReadingCopy(file);
  try {
    const damaged = readDamaged(copy.path);
    const copied = backup ? readFindings(join(backupFolder(path), backup.name)) : undefined;
    return { plan: planSalvage(damaged, copied), sources: copied ? [damaged, copied] : [damaged] };
  } finally {
    copy.remove();
  }
}

/** The new journal, whole, checked and on the disk. */
function makeJournal(arriving: string, { entries }: SalvagePlan, sources: readonly Findings[]): string {
  const remove = () => ['', '-wal', '-shm'].forEach((end) => rmSync(arriving + end, { force: true }));
  remove();
  try {
    const db = makeEmptyJournal(arriving);
    try {
      fillJournal(db, entries, sources);
    } finally {
      db.close();
    }
    chmodSync(arriving, 0o600);
    verifyCopy(arriving);
    // What reading leaves beside a file; it is empty.
    for (const end of ['-wal', '-shm']) rmSync(arriving + end, { force: true });
    syncFile(arriving);
    return arriving;
  } catch (error) {
    remove();
    throw error;
  }
}

function planToReport({ report }: SalvagePlan, backup: Backup | null, kept: string | null): Salvage {
  const { entriesFromBackup, ...rest } = report;
  const fromBackup = backup && { name: backup.name, madeAt: backup.madeAt, entries: entriesFromBackup };
  return { ...rest, fromBackup, kept };
}

function nothingReadable(path: string): RungError {
  return new RungError(
    'storage',
    `Nothing can be read from ${path}, and there is no sound backup. The file was left as it is. Keep it: somebody with more tools may read more.`,
  );
}
