import type { CapturedLine } from '../../shared/capture/captured-line.ts';
import { lineToDraft } from '../../shared/capture/line-to-draft.ts';
import { parseLine } from '../../shared/capture/parse-line.ts';
import { keepLiteral } from '../../shared/capture/print-line.ts';
import type { Request } from '../../shared/contract/client.ts';
import type { EntryKind } from '../../shared/domain/entry-words.ts';
import type { EntryDraft } from '../../shared/domain/entry.ts';
import { rubricToCriteria } from '../../shared/domain/rubric.ts';
import { systemClock } from '../core/clock.ts';
import { optionsToFields, type EntryOptions } from './entry-options.ts';

/** The options of `rung add` that stand beside a line. */
export interface LineOptions extends EntryOptions {
  criterion?: string[];
  literal?: boolean;
}

/** What the line says, and what the options say beside it: an option wins over the line, lists are put together. */
export async function lineToEntryDraft(request: Request, line: string, options: LineOptions): Promise<EntryDraft> {
  const fields: Partial<EntryDraft> = optionsToFields(options);
  const read: Partial<EntryDraft> = options.literal
    ? { title: line }
    : lineToDraft(await readLine(request, line, options.kind));
  return {
    kind: 'win',
    ...read,
    ...fields,
    people: [...(read.people ?? []), ...(fields.people ?? [])],
    tags: [...(read.tags ?? []), ...(fields.tags ?? [])],
    projects: [...(read.projects ?? []), ...(fields.projects ?? [])],
    evidence: [...(read.evidence ?? []), ...(options.criterion ?? []).map(textToEvidence)],
  } as EntryDraft;
}

async function readLine(request: Request, line: string, kind: string | undefined): Promise<CapturedLine> {
  // Loaded here: only this command reads dates in words.
  const { readDate } = await import('../../shared/capture/read-date.ts');
  const criterionIds = rubricToCriteria(await request('rubric.get', {})).map(({ id }) => id);
  const context = { today: systemClock.today(), kind: (kind ?? 'win') as EntryKind, criterionIds, readDate };
  const captured = parseLine(line, context);
  const kindAt = captured.tokens.findIndex(({ meaning }) => meaning?.as === 'kind');
  // A kind that was chosen by option makes a leading "help" a word like any other.
  return kind !== undefined && kindAt >= 0 ? parseLine(keepLiteral(captured, kindAt), context) : captured;
}

function textToEvidence(typed: string): { criterionId: string; strong: boolean } {
  return { criterionId: typed.replace(/!$/, ''), strong: typed.endsWith('!') };
}
