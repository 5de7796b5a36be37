import type { HandlersOf } from '../../shared/contract/contract.ts';
import { deleteTrashedBefore } from './db/entries-sql.ts';
import { unindexEntry } from './db/text-index.ts';
import { write, type Journal } from './journal.ts';

/** How long the trash keeps an entry, in milliseconds: 30 days. */
const KEPT_FOR = 30 * 86_400_000;

/** The end of the trash. Putting in and taking out is for entries. */
export function trashHandlers(journal: Journal): HandlersOf<'trash'> {
  return { 'trash.purge': () => ({ purged: purgeTrash(journal) }) };
}

function purgeTrash(journal: Journal): number {
  const before = new Date(Date.parse(journal.clock.now()) - KEPT_FOR).toISOString();
  return write(journal, () => {
    const positions = deleteTrashedBefore(journal.db, before);
    for (const position of positions) unindexEntry(journal.db, position);
    return positions.length;
  });
}
