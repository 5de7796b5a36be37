/** How text becomes words for the index, for queries and for highlights: one way for all three. */

/** A word of a text, folded, with where it stands in the text. */
export interface Word {
  word: string;
  from: number;
  to: number;
}

const LETTERS = '\\p{L}\\p{M}\\p{N}';
/** Scripts written without spaces: each character is a word, so that any part of a text is found. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々〆';
const EMOJI = '\\p{Extended_Pictographic}|\\p{Regional_Indicator}';

/** The patterns, built when first used: taking Unicode's scripts apart costs more than a short command does altogether. */
let built: { word: RegExp; emoji: RegExp; whole: RegExp } | undefined;

function patterns() {
  return (built ??= {
    word: new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[${LETTERS}])+|${EMOJI}`, 'gu'),
    emoji: new RegExp(`^(?:${EMOJI})$`, 'u'),
    whole: new RegExp(`^(?:[${UNSPACED}]\\p{M}*|x[\\da-f]+x)$`, 'u'),
  });
}

const LATIN_MARKS = /[\u0300-\u036f]/g;
/** Letters that Unicode does not take apart, but people do. */
const LOOSE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const LOOSE_LETTER = new RegExp(`[${Object.keys(LOOSE).join('')}]`, 'g');

/** The words of a text, in order. Case, accents and width do not count; CJK text gives a word a character. */
export function textToWords(text: string): Word[] {
  return [...text.matchAll(patterns().word)].map(({ index, 0: source }) => ({
    word: foldWord(source),
    from: index,
    to: index + source.length,
  }));
}

/** A text as the index keeps it: its words with one space between. */
export function textToIndex(text: string): string {
  return textToWords(text)
    .map(({ word }) => word)
    .join(' ');
}

/** Whether the word is one character of a script without spaces, or an emoji: parts of it make no sense. */
export function isWholeWord(word: string): boolean {
  return patterns().whole.test(word);
}

const ASCII = /^[\0-\x7f]*$/;

/** Lower case, no accents, one width. An emoji is written by its code, since the index keeps letters and figures only. */
function foldWord(source: string): string {
  if (ASCII.test(source)) return source.toLowerCase();
  if (patterns().emoji.test(source) && !/^[\p{L}\p{N}]/u.test(source))
    return `x${source.codePointAt(0)!.toString(16)}x`;
  return source
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(LATIN_MARKS, '')
    .replaceAll(LOOSE_LETTER, (letter) => LOOSE[letter]!)
    .normalize('NFKC');
}
