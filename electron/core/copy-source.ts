import { mkdirSync, rmSync } from 'node:fs';
import { backupFolder } from '../files/backup-place.ts';
import { newUnfinished } from './backup-files.ts';
import type { Journal } from './journal.ts';

/**
 * Hands `work` a file in which a thread can read the journal on a connection of its own: the journal itself, or, on a
 * network drive and in a sync folder, where only one connection can have it open, a copy made through that one.
 */
export async function withCopySource<Value>(
  journal: Journal,
  work: (source: string) => Promise<Value>,
): Promise<Value> {
  // What can only be read is read from a private copy already.
  if (journal.readOnly) return work(journal.db.name);
  if (journal.place === null) return work(journal.path);
  const folder = backupFolder(journal.path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const source = newUnfinished(folder);
  try {
    journal.db.prepare<[string], never>('VACUUM INTO ?').run(source);
    return await work(source);
  } finally {
    rmSync(source, { force: true });
  }
}
