import type { CheckedInput, HandlersOf, Output } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { deleteDraft } from './db/drafts-sql.ts';
import { deleteEntry, selectIdsTrashedBefore } from './db/entries-sql.ts';
import { deleteUnusedNames } from './db/names-sql.ts';
import { forgetUnindexed, unindexEntry } from './db/text-index.ts';
import { wipe } from './db/wipe.ts';
import { findEntry } from './entries.ts';
import { write, type Journal } from './journal.ts';

/** How long the trash keeps an entry, in milliseconds: 30 days. */
const KEPT_FOR = 30 * 86_400_000;

/** The end of the trash. Putting in and taking out is for entries. */
export function trashHandlers(journal: Journal): HandlersOf<'trash'> & Pick<HandlersOf<'entries'>, 'entries.purge'> {
  return {
    'trash.purge': () => deleteForever(journal, idsToPurge(journal)),
    'entries.purge': (input) => purgeEntries(journal, input),
  };
}

function idsToPurge({ db, clock }: Journal): string[] {
  return selectIdsTrashedBefore(db, new Date(Date.parse(clock.now()) - KEPT_FOR).toISOString());
}

/** Only from the trash, so that nothing goes for good by one slip; all of them or none. */
function purgeEntries(journal: Journal, { ids }: CheckedInput<'entries.purge'>): Output<'entries.purge'> {
  for (const id of ids) {
    if (findEntry(journal, id).trashed_at !== null) continue;
    throw new RungError(
      'conflict',
      `Entry ${id.slice(0, 8)} is not in the trash, so nothing was deleted. Move it to the trash first.`,
    );
  }
  return deleteForever(journal, ids);
}

/** Deletes the entries with all that was kept for them, then rewrites the file so that no byte of them stays in it. */
function deleteForever(journal: Journal, ids: readonly string[]): Output<'entries.purge'> {
  if (ids.length === 0) return { purged: 0, isWiped: true };
  const { db } = journal;
  const purged = write(journal, () => {
    // Asked again under the lock: one may have been restored, or have gone, meanwhile.
    const positions = ids.flatMap((id) => deleteEntry(db, id) ?? []);
    for (const position of positions) unindexEntry(db, position);
    for (const id of ids) deleteDraft(db, `entry:${id}`);
    deleteUnusedNames(db);
    forgetUnindexed(db);
    return positions.length;
  });
  return { purged, isWiped: wipe(db) };
}
