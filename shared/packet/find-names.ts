import { foldName, isOrdinaryWord, nameToParts, nameToWords } from './name-words.ts';
import { findNextStart, wordsToStarts, type WordStarts } from './word-starts.ts';

/** A name to look for. A hidden one must not be read in an export; any other one shields the same words. */
export interface KnownName {
  name: string;
  isHidden: boolean;
  /** What is written in place of a hidden name. */
  standIn: string;
}

/** A hidden name found in a text. */
export interface NameFound {
  start: number;
  end: number;
  name: string;
  standIn: string;
}

/** Finds the hidden names in a text, from left to right, the longest first where several begin. */
export type FindNames = (text: string) => NameFound[];

interface Pattern extends KnownName {
  words: readonly string[];
  isPart: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}\p{Cf}]+/uy;
const NEXT_WORD = /([\s\-._'’,*~]{1,3})([\p{L}\p{M}\p{N}\p{Cf}]+)/uy;
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;
/** A date as a packet writes it, so that Jan and May can be months. */
const DATE = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b/g;

/** Prepares the search for these names. `mixed` stands in where a first name belongs to several people. */
export function createNameFinder(known: readonly KnownName[], mixed: string): FindNames {
  if (!known.some((one) => one.isHidden)) return () => [];
  const byFirstWord = groupPatterns(known, mixed);
  const starts = wordsToStarts(byFirstWord.keys());
  const findLiterals = createLiteralFinder(known);
  return (text) => {
    const found = findWords(text, byFirstWord, starts);
    const literals = findLiterals(text);
    return literals.length === 0 ? found : mergeFound(found, literals);
  };
}

function groupPatterns(known: readonly KnownName[], mixed: string): Map<string, Pattern[]> {
  const bySpelling = new Map<string, Pattern>();
  for (const pattern of known.flatMap(nameToPatterns).toSorted(strongestFirst)) {
    const spelling = pattern.words.join(' ');
    const other = bySpelling.get(spelling);
    if (!other) bySpelling.set(spelling, pattern);
    else if (other.isHidden && pattern.isHidden && other.standIn !== pattern.standIn)
      bySpelling.set(spelling, { ...other, standIn: mixed });
  }
  const longestFirst = [...bySpelling.values()].toSorted((a, b) => b.words.length - a.words.length);
  return Map.groupBy(longestFirst, (pattern) => pattern.words[0]!);
}

function nameToPatterns(known: KnownName): Pattern[] {
  const words = nameToWords(known.name);
  if (words.length === 0) return [];
  const whole = { ...known, words, isPart: false };
  const joined = words.length > 1 ? [{ ...whole, words: [words.join('')] }] : [];
  return [whole, ...joined, ...nameToParts(known.name).map((part) => ({ ...known, words: part, isPart: true }))];
}

/** Where a spelling has two readings, a whole name counts before a part, and a name that may be shown before a hidden one. */
function strongestFirst(a: Pattern, b: Pattern): number {
  return Number(a.isPart) - Number(b.isPart) || Number(a.isHidden) - Number(b.isHidden);
}

function findWords(text: string, byFirstWord: Map<string, Pattern[]>, starts: WordStarts): NameFound[] {
  const found: NameFound[] = [];
  let at = findNextStart(text, 0, starts);
  while (at < text.length) {
    WORD.lastIndex = at;
    const first = WORD.exec(text)!;
    const patterns = byFirstWord.get(foldName(first[0]));
    const hit = patterns && matchAny(text, first, patterns);
    if (hit?.pattern.isHidden && !isInDate(text, at)) found.push(toFound(text, at, hit));
    at = findNextStart(text, hit?.end ?? at + first[0].length, starts);
  }
  return found;
}

interface Hit {
  pattern: Pattern;
  end: number;
}

function matchAny(text: string, first: RegExpExecArray, patterns: readonly Pattern[]): Hit | undefined {
  const afterFirst = first.index + first[0].length;
  for (const pattern of patterns) {
    const end = pattern.words.length === 1 ? afterFirst : matchRest(text, afterFirst, pattern.words);
    if (end !== undefined && isMeantAsName(text, first, pattern)) return { pattern, end };
  }
  return undefined;
}

function matchRest(text: string, from: number, words: readonly string[]): number | undefined {
  let end = from;
  for (const expected of words.slice(1)) {
    NEXT_WORD.lastIndex = end;
    const next = NEXT_WORD.exec(text);
    if (!next || foldName(next[2]!) !== expected) return undefined;
    end += next[0].length;
  }
  return end;
}

function isMeantAsName(text: string, { 0: word, index }: RegExpExecArray, pattern: Pattern): boolean {
  if (pattern.words.length > 1 || !isOrdinaryWord(pattern.words[0]!)) return true;
  return text[index - 1] === '@' || word.charAt(0) !== word.charAt(0).toLowerCase() || !/\p{L}/u.test(word.charAt(0));
}

/** An address such as `maria@example.com` goes with the name in it, and so does the `@` of `@maria`. */
function toFound(text: string, at: number, { pattern, end }: Hit): NameFound {
  const address = /^[\w.+-]*@[\w.-]*\w/.exec(text.slice(end, end + 100));
  return {
    start: text[at - 1] === '@' ? at - 1 : at,
    end: end + (address?.[0].length ?? 0),
    name: pattern.name,
    standIn: pattern.standIn,
  };
}

function isInDate(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 3), at + 8);
  return [...around.matchAll(DATE)].length > 0;
}

/** Names in scripts that put no spaces between words, and names without any letter: found anywhere in a text. */
function createLiteralFinder(known: readonly KnownName[]): FindNames {
  const literals = known.filter((one) => one.isHidden).flatMap(nameToLiterals);
  const byText = new Map(literals.map((one) => [one.name, one]));
  if (byText.size === 0) return () => [];
  const longestFirst = [...byText.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map((text) => RegExp.escape(text)).join('|'), 'gu');
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }) => {
      return { start: index, end: index + name.length, name, standIn: byText.get(name)!.standIn };
    });
}

function nameToLiterals(known: KnownName): KnownName[] {
  const parts = [known.name, known.name.replaceAll(/\s/g, ''), ...known.name.split(/\s+/)];
  return parts.filter(isLiteral).map((name) => ({ ...known, name }));
}

function isLiteral(part: string): boolean {
  const hasWords = /[\p{L}\p{N}]/u.test(part);
  return hasWords ? WITHOUT_SPACES.test(part) && part.length > 1 : part !== '';
}

function mergeFound(words: readonly NameFound[], literals: readonly NameFound[]): NameFound[] {
  const isApart = (one: NameFound) => !words.some((word) => one.start < word.end && word.start < one.end);
  return [...words, ...literals.filter(isApart)].toSorted((a, b) => a.start - b.start);
}
