import type { Entry } from '../../../shared/domain/entry.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { findMatches, textToExcerpt, type Match } from '../../../shared/find/find-matches.ts';
import type { Phrase } from '../../../shared/find/query.ts';
import { rubricCriteria } from './rubric-criteria.ts';

/** A text with the stretches of it that a search found. */
interface FoundText {
  text: string;
  marks: readonly Match[];
}

/** Characters of a text around a match that a row has room for. */
const EXCERPT = 96;

/** What a row says of an entry, with what the search found; where that is elsewhere in the entry, the words around it. */
export function entryToRowText(entry: Entry, phrases: readonly Phrase[]) {
  const title = mark(entry.title, phrases);
  const result = mark(firstLine(entry.result || metricsToText(entry)), phrases);
  const people = mark(entry.people.map((person) => person.name).join(', '), phrases);
  const isFoundElsewhere = phrases.length > 0 && [title, result, people].every(({ marks }) => marks.length === 0);
  return { title, people, result: (isFoundElsewhere && findExcerpt(entry, phrases)) || result };
}

/** The criteria that an entry is confirmed evidence for, by name. */
export function criteriaToText(entry: Entry, rubric: Rubric | null): string {
  const all = rubricCriteria(rubric);
  return entry.evidence
    .filter((one) => one.state === 'confirmed')
    .map((one) => all.find((criterion) => criterion.id === one.criterionId)?.name ?? one.criterionId)
    .join(', ');
}

function mark(text: string, phrases: readonly Phrase[]): FoundText {
  return { text, marks: phrases.length === 0 || !text ? [] : findMatches(text, phrases) };
}

/** The first text of the entry that holds a match, cut to what a row has room for. */
function findExcerpt(entry: Entry, phrases: readonly Phrase[]): FoundText | null {
  for (const source of entryToTexts(entry)) {
    const text = source.replaceAll(/\s+/g, ' ').trim();
    const matches = findMatches(text, phrases);
    if (matches.length > 0) return cut(text, matches);
  }
  return null;
}

function cut(text: string, matches: readonly Match[]): FoundText {
  const { from, to } = textToExcerpt(text, matches, EXCERPT);
  const lead = from > 0 ? '… ' : '';
  const marks = matches
    .filter((one) => one.from >= from && one.to <= to)
    .map((one) => ({ from: one.from - from + lead.length, to: one.to - from + lead.length }));
  return { text: `${lead}${text.slice(from, to)}${to < text.length ? ' …' : ''}`, marks };
}

function entryToTexts(entry: Entry): string[] {
  return [
    entry.result,
    entry.body,
    ...kindToTexts(entry),
    ...entry.metrics.map(({ label, before, after, unit, source }) => [label, before, after, unit, source].join(' ')),
    ...entry.links.flatMap(({ title, url }) => [title, url]),
    entry.projects.map((name) => `+${name}`).join(' '),
    entry.tags.map((name) => `#${name}`).join(' '),
  ].filter(Boolean);
}

function kindToTexts(entry: Entry): string[] {
  switch (entry.kind) {
    case 'win':
      return entry.unblocked ? [entry.unblocked.who, entry.unblocked.howLong] : [];
    case 'help':
      return [entry.canNow];
    case 'design':
      return [entry.alternatives];
  }
}

function metricsToText({ metrics }: Entry): string {
  const [first] = metrics;
  if (!first) return '';
  const values = [first.before, first.after].filter(Boolean).join(' → ');
  return `${first.label} ${values} ${first.unit}`.trim();
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
