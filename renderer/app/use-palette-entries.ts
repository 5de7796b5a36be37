import { useEffect, useState } from 'react';
import type { Request } from '../../shared/contract/client.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import type { SavedFilter } from '../../shared/domain/saved-filter.ts';

const MOST_ENTRIES = 7;

/** The newest entries that the query finds; none for a query that is empty or not understood. */
export function useFoundEntries(request: Request, query: string): readonly Entry[] {
  const [found, setFound] = useState<readonly Entry[]>([]);
  useEffect(() => {
    let isNewest = true;
    const find = async () => {
      const entries = query.trim() ? (await request('find.entries', { query, limit: MOST_ENTRIES })).entries : [];
      if (isNewest) setFound(entries);
    };
    find().catch(() => isNewest && setFound([]));
    return () => {
      isNewest = false;
    };
  }, [request, query]);
  return found;
}

/** The queries kept under a name. */
export function useSavedFilters(request: Request): readonly SavedFilter[] {
  const [filters, setFilters] = useState<readonly SavedFilter[]>([]);
  useEffect(() => {
    request('filters.get', {}).then(setFilters, () => {});
  }, [request]);
  return filters;
}
