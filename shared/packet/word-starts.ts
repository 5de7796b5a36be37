/** Which words could begin a name, by their first three letters: most words of a text are told apart by these alone. */
export type WordStarts = Uint8Array;

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}\p{Cf}]/u;
const BEYOND_ASCII = 128;
const ALL_BITS = 0xff;

/** The starts of these folded words: a cell for the first two letters, in it a bit for the third. */
export function wordsToStarts(words: Iterable<string>): WordStarts {
  const starts = new Uint8Array(BEYOND_ASCII * BEYOND_ASCII);
  for (const word of words) {
    const [first, second, third] = [0, 1, 2].map((at) => (at < word.length ? word.charCodeAt(at) : 0));
    if (first! >= BEYOND_ASCII || second! >= BEYOND_ASCII) continue;
    starts[first! * BEYOND_ASCII + second!]! |= third! < BEYOND_ASCII ? toBit(third!) : ALL_BITS;
  }
  return starts;
}

/** Where, from `at` on, the next word begins that could begin a name; the length of the text where none does. */
export function findNextStart(text: string, at: number, starts: WordStarts): number {
  let isInWord = false;
  for (let index = at; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < BEYOND_ASCII) {
      const isWord = isAsciiWord(code);
      if (isWord && !isInWord && mayBegin(text, index, code, starts)) return index;
      isInWord = isWord;
    } else {
      const point = text.codePointAt(index)!;
      const isWord = !isCommonSign(code) && WORD_CHARACTER.test(String.fromCodePoint(point));
      if (isWord && !isInWord) return index;
      isInWord = isWord;
      if (point > 0xffff) index += 1;
    }
  }
  return text.length;
}

/** A letter beyond ASCII may fold to anything, so a word with one among its first three is always looked at. */
function mayBegin(text: string, at: number, first: number, starts: WordStarts): boolean {
  const second = codeInWord(text, at + 1);
  if (second >= BEYOND_ASCII) return true;
  const bits = starts[lower(first) * BEYOND_ASCII + lower(second)]!;
  if (bits === 0) return false;
  const third = second === 0 ? 0 : codeInWord(text, at + 2);
  return third >= BEYOND_ASCII || (bits & toBit(lower(third))) !== 0;
}

/** The code at this place; 0 where an ASCII word has ended before it. */
function codeInWord(text: string, at: number): number {
  const code = at < text.length ? text.charCodeAt(at) : 0;
  return code >= BEYOND_ASCII || isAsciiWord(code) ? code : 0;
}

function toBit(code: number): number {
  return 1 << (code & 7);
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Middle dot, no-break space, dashes, quotes, ellipsis and arrows: never part of a word, and everywhere in a packet. */
function isCommonSign(code: number): boolean {
  return code === 0xb7 || code === 0xa0 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2190 && code <= 0x21ff);
}
