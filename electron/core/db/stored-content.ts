import { entryKinds, type EntryKind } from '../../../shared/domain/entry-words.ts';
import { entryContentSchema, type EntryContent } from '../../../shared/domain/entry.ts';

/** The fields of each kind as they are when nothing was written in them. A default is never changed: it is part of the format. */
const EMPTY = Object.fromEntries(
  entryKinds.map((kind) => [kind, entryContentSchema.parse({ kind, title: 'x', occurredOn: '2000-01-01' })]),
) as Record<EntryKind, EntryContent>;

/** The text of a revision: the fields that say something, as JSON. Most entries fill few of them. */
export function contentToStored(content: EntryContent): string {
  const empty: Record<string, unknown> = { ...EMPTY[content.kind], kind: null, title: null, occurredOn: null };
  return JSON.stringify(
    Object.fromEntries(Object.entries(content).filter(([field, value]) => !isSame(value, empty[field]))),
  );
}

/** The whole content again. */
export function storedToContent(text: string): EntryContent {
  const stored = JSON.parse(text) as EntryContent;
  return { ...EMPTY[stored.kind], ...stored };
}

function isSame(value: unknown, empty: unknown): boolean {
  return value === empty || (Array.isArray(value) && Array.isArray(empty) && value.length === 0 && empty.length === 0);
}
