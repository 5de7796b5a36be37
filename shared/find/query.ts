import { addDays, isDay, type Day } from '../domain/day.ts';
import { entryKinds, visibilities, type EntryKind, type Visibility } from '../domain/entry-words.ts';
import { textToWords } from './words.ts';

/** One thing that the text must hold: words that stand together, the last of which may go on. */
export interface Phrase {
  words: string[];
  /** Whether the last word may go on, and a single word may begin inside another: what is being typed. */
  isPart: boolean;
}

export type Missing = 'result' | 'criterion' | 'witness' | 'link';

/** A query as it was understood. What is undefined or empty does not filter. */
export interface Query {
  phrases: Phrase[];
  without: Phrase[];
  kind?: EntryKind;
  status?: 'doing' | 'done';
  visibility?: Visibility;
  isRaised?: boolean;
  tag?: string;
  project?: string;
  person?: string;
  criterionId?: string;
  from?: Day;
  to?: Day;
  missing: Missing[];
  having: Missing[];
}

/** A stretch of the query, for chips: the filter it is, or plain text. */
export interface QueryPart {
  source: string;
  filter: { name: string; value: string } | null;
}

const PART = /(?<not>-?)(?:(?<name>[a-z]+):)?(?:"(?<quoted>[^"]*)"?|(?<bare>\S+))/giu;

/**
 * Reads a query: words that must all occur, "words in quotes" together, -without, and filters such as
 * kind:help since:2026-07 person:"Maria Keller" no:result. A filter that means nothing is looked for as text.
 */
export function parseQuery(text: string): Query {
  const query: Query = { phrases: [], without: [], missing: [], having: [] };
  for (const { groups = {} } of text.matchAll(PART)) {
    const { not, name, quoted, bare } = groups;
    const value = quoted ?? bare ?? '';
    if (!not && name && applyFilter(query, name.toLowerCase(), value)) continue;
    const words = textToWords(name ? `${name}:${value}` : value).map(({ word }) => word);
    if (words.length > 0) (not ? query.without : query.phrases).push({ words, isPart: quoted === undefined });
  }
  return query;
}

/** The stretches of a query, each with the filter it is. Their sources and the spaces between are the query. */
export function queryToParts(text: string): QueryPart[] {
  return [...text.matchAll(PART)].map(({ 0: source, groups = {} }) => {
    const name = groups['name']?.toLowerCase();
    const value = groups['quoted'] ?? groups['bare'] ?? '';
    const isFilter =
      !groups['not'] &&
      name !== undefined &&
      applyFilter({ phrases: [], without: [], missing: [], having: [] }, name, value);
    return { source, filter: isFilter ? { name, value } : null };
  });
}

/** Whether the query asks for nothing. */
export function isEmptyQuery({ phrases, without, missing, having, ...filters }: Query): boolean {
  return [phrases, without, missing, having].every((list) => list.length === 0) && Object.keys(filters).length === 0;
}

/** Puts the filter into the query; false where there is no such filter or its value says nothing. */
function applyFilter(query: Query, name: string, value: string): boolean {
  if (value === '') return false;
  switch (name) {
    case 'kind':
      return put(
        query,
        'kind',
        entryKinds.find((kind) => kind === value.toLowerCase()),
      );
    case 'is':
      return applyState(query, value.toLowerCase());
    case 'no':
      return push(query.missing, toMissing(value));
    case 'has':
      return push(query.having, toMissing(value));
    case 'since':
    case 'from':
      return put(query, 'from', textToSpan(value)?.from);
    case 'until':
    case 'to':
      return put(query, 'to', textToSpan(value)?.to);
    case 'on':
      return applySpan(query, textToSpan(value));
    case 'criterion':
      return put(query, 'criterionId', value.toLowerCase());
    case 'tag':
    case 'project':
    case 'person':
      return put(query, name, value);
    default:
      return false;
  }
}

function applyState(query: Query, value: string): boolean {
  if (value === 'raised') return put(query, 'isRaised', true);
  if (value === 'doing' || value === 'done') return put(query, 'status', value);
  return put(
    query,
    'visibility',
    visibilities.find((one) => one === value),
  );
}

function applySpan(query: Query, span: { from: Day; to: Day } | null): boolean {
  return put(query, 'from', span?.from) && put(query, 'to', span?.to);
}

function put<Key extends keyof Query>(query: Query, key: Key, value: Query[Key] | undefined): boolean {
  if (value === undefined) return false;
  query[key] = value;
  return true;
}

function push(list: Missing[], value: Missing | undefined): boolean {
  if (!value) return false;
  list.push(value);
  return true;
}

function toMissing(value: string): Missing | undefined {
  return (['result', 'criterion', 'witness', 'link'] as const).find((one) => one === value.toLowerCase());
}

/** The days that `2026`, `2026-Q3`, `2026-07` or `2026-07-14` stands for. */
function textToSpan(text: string): { from: Day; to: Day } | null {
  const [, year, quarter, month, day] = /^(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?$/i.exec(text) ?? [];
  if (!year) return null;
  if (day) return isDay(text) ? { from: text, to: text } : null;
  if (month) return monthsToSpan(year, Number(month), 1);
  return quarter ? monthsToSpan(year, Number(quarter) * 3 - 2, 3) : monthsToSpan(year, 1, 12);
}

function monthsToSpan(year: string, month: number, months: number): { from: Day; to: Day } | null {
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  if (!isDay(from)) return null;
  const after = month + months;
  const end = after > 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(after).padStart(2, '0')}-01`;
  return { from, to: addDays(end, -1) };
}
