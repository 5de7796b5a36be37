import type Database from 'better-sqlite3';

/**
 * Rewrites the journal from what is still in it and empties its log, so that what was deleted is in neither.
 * False where that has to wait: another program is reading, or the disk has no room for a second copy. Nothing is lost then.
 */
export function wipe(db: Database.Database): boolean {
  // The copy that VACUUM makes on the way would else be a file in the system's temporary folder.
  const before = db.pragma('temp_store', { simple: true }) as number;
  db.pragma('temp_store = MEMORY');
  try {
    db.exec('VACUUM');
    const [log] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return log?.busy === 0;
  } catch {
    // What was asked for is done and on disk; only the traces have to wait, which the answer says.
    return false;
  } finally {
    db.pragma(`temp_store = ${before}`);
  }
}
