import type { Entry, EntryContent } from './entry.ts';

/** The content of a stored entry alone, as a save takes it. */
export function entryToContent(entry: Entry): EntryContent {
  const { id: _i, revision: _r, createdAt: _c, updatedAt: _u, trashedAt: _t, evidence: _e, ...content } = entry;
  return content;
}
