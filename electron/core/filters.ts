import type { HandlersOf } from '../../shared/contract/contract.ts';
import { savedFilterSchema } from '../../shared/domain/saved-filter.ts';
import { selectSetting, upsertSetting } from './db/settings-sql.ts';
import { write, type Journal } from './journal.ts';

/** Queries kept under a name. */
export function filterHandlers(journal: Journal): HandlersOf<'filters'> {
  return {
    'filters.get': () => savedFilterSchema.array().parse(selectSetting(journal.db, 'filters') ?? []),
    'filters.save': (filters) => {
      write(journal, () => upsertSetting(journal.db, 'filters', filters));
      return filters;
    },
  };
}
