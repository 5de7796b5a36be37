import type { HandlersOf } from '../../shared/contract/contract.ts';
import { selectNames } from './db/names-sql.ts';
import type { Journal } from './journal.ts';

/** The names that entries carry, for completion while typing. */
export function nameHandlers({ db }: Journal): HandlersOf<'names'> {
  return {
    'names.list': () => ({
      people: selectNames(db, 'people'),
      projects: selectNames(db, 'projects'),
      tags: selectNames(db, 'tags'),
    }),
  };
}
