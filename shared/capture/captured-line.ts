import type { Day } from '../domain/day.ts';
import type { EntryKind } from '../domain/entry-words.ts';

/** What a stretch of the line was recognised as. */
export type Meaning =
  | { as: 'kind'; kind: EntryKind }
  | { as: 'person'; name: string }
  | { as: 'tag'; name: string }
  | { as: 'project'; name: string }
  | { as: 'criterion'; criterionId: string }
  | { as: 'minutes'; minutes: number }
  | { as: 'date'; day: Day }
  | { as: 'raise' };

/** A stretch of the line. The sources of all tokens, joined, are the line. */
export interface Token {
  source: string;
  /** Null for plain text. */
  meaning: Meaning | null;
  /** What goes into the title: the source without the backslash that kept a sign literal; empty where something was recognised. */
  text: string;
  /** Where in the source a backslash would keep it literal. */
  signAt: number;
}

/** One line as it was understood. */
export interface CapturedLine {
  tokens: Token[];
  kind: EntryKind;
  title: string;
  occurredOn: Day | null;
  people: string[];
  tags: string[];
  projects: string[];
  criterionIds: string[];
  minutes: number | null;
  raiseAtNextMeeting: boolean;
}

/** What a line is read against. */
export interface CaptureContext {
  today: Day;
  /** The chosen kind; a leading word in the line wins over it. */
  kind: EntryKind;
  criterionIds: readonly string[];
  /** The day a date phrase means, or null where it is none; `null` while the reader of dates is not loaded yet. */
  readDate: ((phrase: string, today: Day) => Day | null) | null;
}
