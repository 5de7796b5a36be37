import type { Phrase } from './query.ts';
import { isWholeWord, textToWords, type Word } from './words.ts';

/** A stretch of a text that a query found. */
export interface Match {
  from: number;
  to: number;
}

/** Where the phrases stand in the text, from left to right, none over another. */
export function findMatches(text: string, phrases: readonly Phrase[]): Match[] {
  const words = textToWords(text);
  const found = phrases.flatMap((phrase) => words.flatMap((_, at) => matchAt(words, at, phrase) ?? []));
  return found
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ to }, index, all) => !all.slice(0, index).some((before) => before.to >= to));
}

/** The part of a text around its first match, at most about `length` characters, with where it was cut. */
export function textToExcerpt(text: string, matches: readonly Match[], length: number): { from: number; to: number } {
  const first = matches[0]?.from ?? 0;
  if (text.length <= length) return { from: 0, to: text.length };
  const start = Math.max(0, Math.min(first - Math.floor(length / 4), text.length - length));
  const from = start === 0 ? 0 : nextGap(text, start);
  return { from, to: Math.min(text.length, from + length) };
}

function nextGap(text: string, at: number): number {
  const gap = text.slice(at, at + 30).search(/\s/);
  return gap < 0 ? at : at + gap + 1;
}

function matchAt(words: readonly Word[], at: number, { words: wanted, isPart }: Phrase): Match | null {
  const last = wanted.length - 1;
  for (const [offset, word] of wanted.entries()) {
    const found = words[at + offset]?.word;
    if (found === undefined || !isMatch(found, word, isPart && offset === last, isPart && last === 0)) return null;
  }
  const begin = words[at]!;
  const end = words[at + last]!;
  return last === 0 ? narrow(begin, wanted[0]!) : { from: begin.from, to: end.to };
}

function isMatch(found: string, wanted: string, mayGoOn: boolean, mayBeginInside: boolean): boolean {
  if (found === wanted) return true;
  if (isWholeWord(wanted)) return false;
  if (mayGoOn && found.startsWith(wanted)) return true;
  return mayBeginInside && wanted.length >= INFIX_LENGTH && found.includes(wanted);
}

/** From this many letters on a word is also looked for inside other words. */
export const INFIX_LENGTH = 3;

/** Only the letters that were asked for, where folding has not changed how many there are. */
function narrow({ word, from, to }: Word, wanted: string): Match {
  if (word.length !== to - from) return { from, to };
  const at = word.indexOf(wanted);
  return { from: from + at, to: from + at + wanted.length };
}
