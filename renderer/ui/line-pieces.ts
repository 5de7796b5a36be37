import type { LineStretch } from './line-parts.ts';

interface Piece {
  from: number;
  text: string;
  isMarked: boolean;
  /** Nothing to see: the place that names to choose stand under. */
  isAnchor: boolean;
}

/** The line cut where marks begin and end, without the spaces around them, and at the sign being typed. */
export function findPieces(stretches: readonly LineStretch[], signAt: number | null): Piece[] {
  let from = 0;
  return stretches.flatMap(({ source, isRecognised }) => {
    const start = from;
    from += source.length;
    return cutAt({ from: start, text: source, isMarked: isRecognised, isAnchor: false }, signAt);
  });
}

function cutAt(piece: Piece, place: number | null): Piece[] {
  const { from, text, isMarked } = piece;
  if (place === null || place < from || place >= from + text.length) return [piece];
  const cut = place - from;
  return [
    { from, text: text.slice(0, cut), isMarked, isAnchor: false },
    { from: place, text: '', isMarked, isAnchor: true },
    { from: place, text: text.slice(cut), isMarked, isAnchor: false },
  ].filter(({ text: part, isAnchor }) => isAnchor || part !== '');
}
