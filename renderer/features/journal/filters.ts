import type { Output } from '../../../shared/contract/contract.ts';
import type { SavedFilter } from '../../../shared/domain/saved-filter.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Slice } from './journal-store.ts';

export interface Filters {
  savedFilters: readonly SavedFilter[];
  /** Names to choose from while a filter is made; null until they were asked for. */
  names: Output<'names.list'> | null;
  readFilters: () => Promise<void>;
  readNames: () => Promise<void>;
  /** Keeps the search under a name; one of that name gives way. */
  saveFilter: (name: string) => Promise<void>;
  renameFilter: (from: string, to: string) => Promise<void>;
  removeFilter: (name: string) => Promise<void>;
}

/** Searches kept under a name, and the names that a filter can ask for. */
export const createFilters: Slice<Filters> = (set, get, { request, notify }) => {
  const save = async (change: (filters: readonly SavedFilter[]) => SavedFilter[]) => {
    try {
      // Read first: another window may have kept one meanwhile.
      const savedFilters = await request('filters.save', change(await request('filters.get', {})));
      set({ savedFilters });
      return true;
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
      return false;
    }
  };
  return {
    savedFilters: [],
    names: null,
    async readFilters() {
      set({ savedFilters: await request('filters.get', {}) });
    },
    async readNames() {
      set({ names: await request('names.list', {}) });
    },
    async saveFilter(name) {
      const query = get().query.trim();
      await save((filters) => [...filters.filter((one) => one.name !== name.trim()), { name: name.trim(), query }]);
    },
    async renameFilter(from, to) {
      const name = to.trim();
      if (!name || name === from) return;
      await save((filters) =>
        filters.filter((one) => one.name !== name).map((one) => (one.name === from ? { ...one, name } : one)),
      );
    },
    async removeFilter(name) {
      const before = get().savedFilters;
      if (!(await save((filters) => filters.filter((one) => one.name !== name)))) return;
      const undo = () => void save(() => [...before]);
      notify({ text: `The filter “${name}” is removed.`, action: { verb: 'Undo', run: undo } });
    },
  };
};
