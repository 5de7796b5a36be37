import type { EntryContent } from './entry.ts';
import { rubricToCriteria, type Rubric, type SuggestRule } from './rubric.ts';

/** A criterion that an entry may be evidence for, and why that was suggested. */
export interface Suggestion {
  criterionId: string;
  /** Each rule that fits, with the words it found: `It speaks of explaining so that it stays: "workshop"`. */
  reasons: string[];
}

/** The criteria that the rubric's rules suggest for an entry, those with the most reasons first. Nothing is confirmed by it. */
export function suggestCriteria(rubric: Rubric, entry: EntryContent): Suggestion[] {
  const text = entryToText(entry);
  return rubricToCriteria(rubric)
    .map(({ id, suggests }) => ({
      criterionId: id,
      reasons: suggests.flatMap((rule) => findReason(rule, entry, text)),
    }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => b.reasons.length - a.reasons.length);
}

function findReason(rule: SuggestRule, entry: EntryContent, text: string): string[] {
  if (!rule.kinds.includes(entry.kind) || !fitsFields(rule, entry)) return [];
  if (rule.words.length === 0) return [rule.because];
  const found = findWords(rule, text);
  return found.length === 0 ? [] : [`${rule.because}: ${found.map((word) => `"${word}"`).join(', ')}`];
}

/** A field that the kind does not have asks nothing of it. */
function fitsFields({ fields }: SuggestRule, entry: EntryContent): boolean {
  return Object.entries(fields).every(([field, values]) => {
    if (!Object.hasOwn(entry, field)) return true;
    return values.includes(String((entry as Record<string, unknown>)[field]));
  });
}

function entryToText(entry: EntryContent): string {
  const own = entry.kind === 'help' ? entry.canNow : entry.kind === 'design' ? entry.alternatives : '';
  return [entry.title, entry.body, entry.result, own, ...entry.tags].join('\n');
}

/** The most words that a reason names. */
const NAMED_WORDS = 3;

const patterns = new WeakMap<SuggestRule, RegExp>();

/** The rule's words as they stand in the text, each once. */
function findWords(rule: SuggestRule, text: string): string[] {
  let pattern = patterns.get(rule);
  if (!pattern) patterns.set(rule, (pattern = wordsToPattern(rule.words)));
  const found = [...text.matchAll(pattern)].map(([word]) => word.toLowerCase());
  return [...new Set(found)].slice(0, NAMED_WORDS);
}

/** Whole words, whatever their case; `test*` is every word that begins with test. */
function wordsToPattern(words: readonly string[]): RegExp {
  const alternatives = words.map((word) => {
    const isBeginning = word.endsWith('*');
    const literal = RegExp.escape(isBeginning ? word.slice(0, -1) : word).replaceAll('\\x20', '\\s+');
    return isBeginning ? `${literal}[\\p{L}\\p{N}]*` : literal;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
