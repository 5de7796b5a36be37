import type { Entry, EntryContent } from './entry.ts';

/** The content of a stored entry alone, as a save takes it. */
export function entryToContent(entry: Entry): EntryContent {
  const { id: _i, revision: _r, createdAt: _c, updatedAt: _u, trashedAt: _t, evidence: _e, ...content } = entry;
  return content;
}

/** Whether the entry says what changed because of it: in words, in a measure, or (help) in what somebody can do now. */
export function hasResult(content: EntryContent | Entry): boolean {
  const canNow = content.kind === 'help' ? content.canNow : '';
  return content.result.trim() !== '' || content.metrics.length > 0 || canNow.trim() !== '';
}

/** Whether somebody else could confirm it: a link to look at, or a witness to ask. */
export function hasProof(content: EntryContent | Entry): boolean {
  return content.links.length > 0 || hasWitness(content);
}

/** Whether somebody in the entry saw it happen. */
export function hasWitness(content: EntryContent | Entry): boolean {
  return content.people.some((person) => person.part === 'witness');
}
