import type { Meaning } from './captured-line.ts';

const NAME = /[\p{L}\p{M}\p{N}._'’-]/u;
const LETTER = /^\p{L}/u;

/** Words that follow `#` in C: a line of code, not a tag. */
const PREPROCESSOR = new Set('include define undef ifdef ifndef endif elif pragma'.split(' '));

/** A colour: three, six or eight hexadecimal digits, of which one is a figure or which are all the same. */
const COLOUR = /^(?:(?=.*\d)(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})|([\da-f])\1{2}(?:\1{3})?)$/i;

const MINUTES = /^~(?:(\d{1,3})h)?(?:(\d{1,4})(?:m|min)?)?$/;

/** A recognised sign at the start of a word, and how much of the word it takes. */
export interface Sign {
  meaning: Meaning;
  length: number;
}

/** What the word begins with, or null where it only looks like a sign. `criterionIds` are those of the rubric. */
export function readSign(word: string, criterionIds: readonly string[]): Sign | null {
  if (word.startsWith('~')) return readMinutes(word);
  const name = readQuoted(word) ?? readBare(word);
  const meaning = name && nameToMeaning(word[0]!, name.value, criterionIds);
  return meaning ? { meaning, length: name.length } : null;
}

/** A name behind its sign: in quotes where it has a space, or would else stay text. */
export function nameToSource(sign: '@' | '#' | '+', name: string): string {
  const bare = readBare(sign + name);
  return bare?.value === name ? sign + name : `${sign}"${name}"`;
}

function nameToMeaning(sign: string, name: string, criterionIds: readonly string[]): Meaning | null {
  switch (sign) {
    case '@':
      return { as: 'person', name };
    case '#':
      return { as: 'tag', name };
    case '+':
      return { as: 'project', name };
    case '^':
      return nameToCriterion(name, criterionIds);
    default:
      return null;
  }
}

function readQuoted(word: string): { value: string; length: number } | null {
  const [source, name] = /^."([^"]+)"/.exec(word) ?? [];
  const value = name?.trim();
  return source && value && isEnd(word, source.length) ? { value, length: source.length } : null;
}

/** Letters, figures and inner `. _ - '`; what ends a sentence is left outside. A name ends at a space or at such a mark. */
function readBare(word: string): { value: string; length: number } | null {
  let end = 1;
  while (end < word.length && NAME.test(String.fromCodePoint(word.codePointAt(end)!))) end += charLength(word, end);
  while (end > 1 && /[._'’-]/.test(word[end - 1]!)) end -= 1;
  const value = word.slice(1, end);
  const isName = LETTER.test(value) && isEnd(word, end) && !isLookAlike(word[0]!, value);
  return isName ? { value, length: end } : null;
}

function charLength(word: string, at: number): number {
  return word.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** Whether what follows is the end of the word or punctuation that ends it. */
function isEnd(word: string, at: number): boolean {
  return /^[.,;:!?…)\]'’"-]*(?:\s|$)/.test(word.slice(at));
}

/** `#include`, `#1a2b3c`, `+x`: a name in quotes means the name all the same. */
function isLookAlike(sign: string, name: string): boolean {
  if (sign === '#') return PREPROCESSOR.has(name) || COLOUR.test(name);
  return sign === '+' && name.length < 2;
}

/** An id of the rubric, or its beginning (three letters or more) where no other id begins so. */
function nameToCriterion(name: string, criterionIds: readonly string[]): Meaning | null {
  const typed = name.toLowerCase();
  if (criterionIds.includes(typed)) return { as: 'criterion', criterionId: typed };
  const [only, second] = criterionIds.filter((id) => typed.length >= 3 && id.startsWith(typed));
  return only !== undefined && second === undefined ? { as: 'criterion', criterionId: only } : null;
}

function readMinutes(word: string): Sign | null {
  const [source = ''] = /^~[\da-z]+/i.exec(word) ?? [];
  const [, hours, minutes] = MINUTES.exec(source) ?? [];
  const hasUnit = /[hmn]$/.test(source) || (hours !== undefined && minutes !== undefined);
  if (!hasUnit || !isEnd(word, source.length)) return null;
  return { meaning: { as: 'minutes', minutes: Number(hours ?? 0) * 60 + Number(minutes ?? 0) }, length: source.length };
}
