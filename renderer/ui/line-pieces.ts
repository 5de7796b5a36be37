import type { LineStretch } from './line-parts.ts';

/** A stretch as it is drawn; where a sign is being typed in it, the place that names to choose stand under. */
export interface Piece {
  from: number;
  /** The text before the sign that is being typed; all of it where there is none. */
  text: string;
  /** The text from that sign on. */
  rest: string | null;
  isMarked: boolean;
}

/** The line cut where marks begin and end, and at the sign being typed. */
export function findPieces(stretches: readonly LineStretch[], signAt: number | null): Piece[] {
  let end = 0;
  return stretches.map(({ source, isRecognised: isMarked }) => {
    const from = end;
    end += source.length;
    const cut = signAt === null || signAt < from || signAt >= end ? null : signAt - from;
    return cut === null
      ? { from, text: source, rest: null, isMarked }
      : { from, text: source.slice(0, cut), rest: source.slice(cut), isMarked };
  });
}
