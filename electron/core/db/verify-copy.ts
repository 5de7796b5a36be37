import Database from 'better-sqlite3';
import { RungError } from '../../../shared/contract/errors.ts';
import { isIntact } from '../revisions.ts';
import { eachRevision } from './revisions-sql.ts';

/** What a copy of a journal was found to hold. */
export interface CopyCounts {
  entries: number;
  versions: number;
}

/** Opens a copy, reads all of it, and holds every saved version against its checksum. Throws `storage` at the first fault. */
export function verifyCopy(path: string): CopyCounts {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    // It may come from anywhere.
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    const [finding] = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
    if (finding !== 'ok') throw faulty(path, finding ?? 'it cannot be read');
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw faulty(path, 'links in it lead nowhere');
    let versions = 0;
    for (const row of eachRevision(db)) {
      versions += 1;
      if (!isIntact(row)) throw faulty(path, `version ${row.number} of entry ${row.entry_id} is not as it was saved`);
    }
    return { entries: db.prepare<[], number>('SELECT count(*) FROM entries').pluck().get() ?? 0, versions };
  } catch (error) {
    throw error instanceof RungError ? error : faulty(path, (error as Error).message);
  } finally {
    db.close();
  }
}

function faulty(path: string, what: string): RungError {
  return new RungError('storage', `${path} is not a sound copy of a journal: ${what}.`);
}
