import { hash } from 'node:crypto';
import type { EntryContent, Revision } from '../../shared/domain/entry.ts';
import { VersionDamageError } from './damage.ts';
import { insertRevision, selectNewestNumber, selectRevisions, type RevisionRow } from './db/revisions-sql.ts';
import { contentToStored, storedToContent } from './db/stored-content.ts';
import type { Journal } from './journal.ts';

/** Keeps this content as the next version of the entry and returns its number. `base` is the version it was written on. */
export function addRevision(
  { db, clock }: Journal,
  entryId: string,
  base: number | null,
  content: EntryContent,
): number {
  const number = selectNewestNumber(db, entryId) + 1;
  const text = contentToStored(content);
  insertRevision(db, {
    entry_id: entryId,
    number,
    base,
    saved_at: clock.now(),
    content: text,
    sha256: hashRevision(entryId, number, text),
  });
  return number;
}

/** SHA-256 (hex) over the entry's id, the version's number and its text, so that text in the wrong place shows too. */
export function hashRevision(entryId: string, number: number, content: string): string {
  return hash('sha256', `${entryId}\n${number}\n${content}`);
}

/** Whether the stored text is still the text that was saved. */
export function isIntact(row: Pick<RevisionRow, 'entry_id' | 'number' | 'content' | 'sha256'>): boolean {
  return row.sha256 === hashRevision(row.entry_id, row.number, row.content);
}

/** Refuses to hand out text that is not what was saved. */
export function assertIntact(row: Pick<RevisionRow, 'entry_id' | 'number' | 'content' | 'sha256'>): void {
  if (isIntact(row)) return;
  throw new VersionDamageError(row.entry_id, row.number);
}

/** Every saved version of an entry, newest first. */
export function listRevisions({ db }: Journal, entryId: string, current: number): Revision[] {
  return selectRevisions(db, entryId).map((row) => {
    assertIntact(row);
    return {
      number: row.number,
      base: row.base,
      savedAt: row.saved_at,
      isCurrent: row.number === current,
      content: storedToContent(row.content),
    };
  });
}
