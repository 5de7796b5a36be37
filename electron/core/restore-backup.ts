import Database from 'better-sqlite3';
import { copyFileSync, chmodSync, existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { RungError } from '../../shared/contract/errors.ts';
import { syncFile, syncFolder } from '../files/durable-file.ts';

/**
 * Puts a backup in the place of a journal that nobody has open, and returns where the replaced journal is kept.
 * Nothing is deleted: it moves aside whole, with its log. Throws `unavailable` while another program has it open.
 */
export function putBackupInPlace(journal: string, backup: string, now: string): string {
  assertNobodyHasOpen(journal);
  const arriving = `${journal}.arriving-${process.pid}`;
  copyFileSync(backup, arriving);
  chmodSync(arriving, 0o600);
  syncFile(arriving);
  const replaced = `${journal}.replaced-${now.replaceAll(/[:.]/g, '-')}`;
  for (const end of ['-wal', '-shm', '']) if (existsSync(journal + end)) renameSync(journal + end, replaced + end);
  renameSync(arriving, journal);
  syncFolder(dirname(journal));
  return replaced;
}

function assertNobodyHasOpen(journal: string): void {
  if (!existsSync(journal)) return;
  const db = new Database(journal, { timeout: 1_000 });
  try {
    // In this mode SQLite takes the file for itself, which it cannot while anybody else has it open.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE; COMMIT');
  } catch (error) {
    // Anything else means that the file is damaged, which is what a restore is for.
    if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return;
    throw new RungError(
      'unavailable',
      `${journal} is open in another program. Close Rung and every "rung serve", then try again. Nothing was changed.`,
    );
  } finally {
    db.close();
  }
}
