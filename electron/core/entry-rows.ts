import type { Output } from '../../shared/contract/contract.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import type { Evidence } from '../../shared/domain/evidence.ts';
import type { EntryRow } from './db/entries-sql.ts';
import { selectEvidence } from './db/evidence-sql.ts';
import { storedToContent } from './db/stored-content.ts';
import type { Journal } from './journal.ts';
import { assertIntact } from './revisions.ts';

/** A page of a list from rows that were asked for one beyond the limit: that one tells whether another page follows. */
export function rowsToPage(journal: Journal, rows: readonly EntryRow[], limit: number): Output<'entries.list'> {
  const page = rows.slice(0, limit);
  return {
    entries: rowsToEntries(journal, page),
    nextBefore: rows.length > page.length ? (page.at(-1)?.position ?? null) : null,
  };
}

/** Stored rows as entries, each with its evidence under the journal's rubric. Throws `storage` for text that is not what was saved. */
export function rowsToEntries({ db, rubric }: Journal, rows: readonly EntryRow[]): Entry[] {
  const evidence = Map.groupBy(
    selectEvidence(
      db,
      rubric.id,
      rows.map((row) => row.position),
    ),
    (one) => one.position,
  );
  return rows.map((row) => rowToEntry(row, (evidence.get(row.position) ?? []).map(rowToEvidence)));
}

function rowToEntry(row: EntryRow, evidence: Evidence[]): Entry {
  assertIntact({ ...row, entry_id: row.id, number: row.revision });
  return {
    ...storedToContent(row.content),
    id: row.id,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
    evidence,
  };
}

function rowToEvidence({
  criterion_id,
  state,
  strong,
}: {
  criterion_id: string;
  state: Evidence['state'];
  strong: number;
}) {
  return { criterionId: criterion_id, state, strong: strong === 1 };
}
