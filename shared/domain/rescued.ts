import { z } from '../zod.ts';
import { entryDraftSchema } from './entry.ts';

/** What every rescue file begins with, so that it is known for one. */
export const RESCUE_MARK = 'text that Rung could not save';

/** A request whose text is kept in a file of its own because it could not be saved. */
export const rescuedSchema = z.strictObject({
  rung: z.literal(RESCUE_MARK),
  /** UTC. */
  keptAt: z.string(),
  journal: z.string(),
  method: z.string(),
  /** What can be logged again: `rung add --json -` takes it. Empty where the text is no entry. */
  entries: z.array(z.json()),
  /** All that was handed in; null where the entries are that. */
  input: z.json(),
});
export type Rescued = z.output<typeof rescuedSchema>;

/** The entries in what was handed in; of unsaved typing what can be read as one. */
export function inputToEntries(method: string, input: unknown): unknown[] {
  switch (method) {
    case 'entries.create':
      return [input];
    case 'entries.createMany':
      return input as unknown[];
    case 'entries.update':
      return [contentOf(input)];
    case 'entries.updateMany':
      return (input as unknown[]).map(contentOf);
    case 'drafts.save':
      return draftToEntries(contentOf(input));
    default:
      return [];
  }
}

/** Whether all the words of what was rescued stand in this request too, typed on or not. */
export function isSavedBy(
  rescued: Pick<Rescued, 'method' | 'entries' | 'input'>,
  method: string,
  input: unknown,
): boolean {
  const entries = inputToEntries(method, input);
  const isEntry = rescued.entries.length > 0;
  if (isEntry !== entries.length > 0) return false;
  const saved = textsOf(isEntry ? entries : input);
  return textsOf(isEntry ? rescued.entries : rescued.input).every((text) => saved.some((one) => one.startsWith(text)));
}

function contentOf(input: unknown): unknown {
  return isObject(input) ? input['content'] : undefined;
}

/** A draft is kept as the screen that wrote it wants it: a form, the form of an edit, or the line of quick capture. */
function draftToEntries(content: unknown): unknown[] {
  if (!isObject(content)) return [];
  const form = isObject(content['form']) ? content['form'] : content;
  const { kind, line, body, result, links, occurredOn } = form;
  const title = textOf(form['title']) || textOf(line) || (textOf(body).trim().split('\n')[0] ?? '').slice(0, 200);
  const bare = { kind, title, body: textOf(body), result: textOf(result) };
  const full = { ...bare, links: Array.isArray(links) ? links : [], ...(occurredOn ? { occurredOn } : {}) };
  const found = [full, bare].find((entry) => entryDraftSchema.safeParse(entry).success);
  return found ? [found] : [];
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
