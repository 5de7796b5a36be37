import type { EntryKind } from '../../../shared/domain/entry-words.ts';
import type { EntryContent } from '../../../shared/domain/entry.ts';

const COMMON = {
  body: '',
  result: '',
  metrics: [],
  projects: [],
  tags: [],
  links: [],
  people: [],
  status: 'done',
  visibility: 'private',
  raiseAtNextMeeting: false,
} as const;

/**
 * The fields of each kind that a revision leaves out when nothing was written in them. Part of the file format: what
 * stands here is never changed, only added to. (A test holds it against the defaults of the schema.)
 */
const UNWRITTEN: Record<EntryKind, Record<string, unknown>> = {
  win: { ...COMMON, role: 'drove', unblocked: null },
  help: { ...COMMON, mode: null, initiative: null, minutes: null, canNow: '' },
  design: { ...COMMON, form: 'design', role: 'author', alternatives: '', outcome: 'open', lookBackOn: null },
};

/** The text of a revision: the fields that say something, as JSON. Most entries fill few of them. */
export function contentToStored(content: EntryContent): string {
  const unwritten = UNWRITTEN[content.kind];
  const written = Object.entries(content).filter(([field, value]) => !isSame(value, unwritten[field]));
  return JSON.stringify(Object.fromEntries(written));
}

/** The whole content again. */
export function storedToContent(text: string): EntryContent {
  const stored = JSON.parse(text) as EntryContent;
  return { ...UNWRITTEN[stored.kind], ...stored };
}

function isSame(value: unknown, unwritten: unknown): boolean {
  return value === unwritten || (isEmptyList(value) && isEmptyList(unwritten));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
