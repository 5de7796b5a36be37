import { useEffect, useMemo, useState } from 'react';
import type { Piece } from './compare-texts.ts';

/** Text that is the same on both sides is cut to this many characters before and after a change. */
const AROUND = 90;

/** The two texts, piece by piece; until the comparing has been loaded, the one struck out before the other. */
export function usePieces(before: string, after: string): readonly Piece[] {
  const whole = useMemo<Piece[]>(() => {
    const both: Piece[] = [
      { text: before, in: 'before' },
      { text: after, in: 'after' },
    ];
    return both.filter(({ text }) => text !== '');
  }, [before, after]);
  const [compared, setCompared] = useState<{ whole: Piece[]; pieces: Piece[] } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const compare = async () => {
      const { compareTexts } = await import('./compare-texts.ts');
      if (isWanted) setCompared({ whole, pieces: compareTexts(before, after) });
    };
    void compare();
    return () => {
      isWanted = false;
    };
  }, [before, after, whole]);
  return compared?.whole === whole ? compared.pieces : whole;
}

/** A long stretch that is the same on both sides, cut to what stands next to the changes. */
export function shorten(text: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const head = isAfterChange ? AROUND : 0;
  const tail = isBeforeChange ? AROUND : 0;
  if (text.length <= head + tail + AROUND) return text;
  return `${text.slice(0, head)}${head ? ' ' : ''}…${tail ? ' ' : ''}${tail ? text.slice(-tail) : ''}`;
}
