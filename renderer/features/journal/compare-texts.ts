import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts: in both, only in the one before, or only in the one after. */
export interface Piece {
  text: string;
  in: 'both' | 'before' | 'after';
}

/** Milliseconds after which two texts are taken as different altogether. */
const PATIENCE = 300;

/** Where two texts differ, word by word; CJK text by character. The pieces put together are both texts. */
export function compareTexts(before: string, after: string): Piece[] {
  const found = diffWordsWithSpace(before, after, { timeout: PATIENCE });
  const pieces: Piece[] = found
    ? found.map(({ value, added, removed }) => ({ text: value, in: added ? 'after' : removed ? 'before' : 'both' }))
    : [
        { text: before, in: 'before' },
        { text: after, in: 'after' },
      ];
  return joinChanges(pieces).filter(({ text }) => text !== '');
}

/** A change of several words in a row reads as one: the space between them is given to both sides. */
function joinChanges(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let before = '';
  let after = '';
  const close = () => {
    const gap = before && after ? commonGap(before, after) : '';
    joined.push(
      { text: before.slice(0, before.length - gap.length), in: 'before' },
      { text: after.slice(0, after.length - gap.length), in: 'after' },
      { text: gap, in: 'both' },
    );
    before = '';
    after = '';
  };
  for (const [index, piece] of pieces.entries()) {
    const isBetween = (before || after) && index < pieces.length - 1 && /^[^\S\n]+$/.test(piece.text);
    if (piece.in === 'both' && !isBetween) {
      close();
      joined.push(piece);
      continue;
    }
    if (piece.in !== 'after') before += piece.text;
    if (piece.in !== 'before') after += piece.text;
  }
  close();
  return joined;
}

/** The space that both texts end with. */
function commonGap(before: string, after: string): string {
  const [gap = ''] = /\s*$/.exec(before) ?? [];
  return after.endsWith(gap) ? gap : '';
}
