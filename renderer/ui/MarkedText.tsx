import { useEffect, useRef, type RefObject } from 'react';
import styles from './CaptureLine.module.css';
import { findPieces, type Piece } from './line-pieces.ts';
import type { LineStretch } from './line-parts.ts';

interface MarkedTextProps {
  stretches: readonly LineStretch[];
  /** Where the sign that is being typed begins; names to choose stand under it. */
  signAt: number | null;
  /** The field that lies over this. */
  field: RefObject<HTMLTextAreaElement | null>;
}

/** The text of a field, drawn unseen behind it, so that only the marks of what was recognised show. */
export function MarkedText({ stretches, signAt, field }: MarkedTextProps) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const over = field.current;
    const follow = () => layer.current && (layer.current.scrollTop = over?.scrollTop ?? 0);
    over?.addEventListener('scroll', follow);
    return () => over?.removeEventListener('scroll', follow);
  }, [field]);
  return (
    <div ref={layer} className={styles.marked} aria-hidden>
      {findPieces(stretches, signAt).map((piece) =>
        piece.isMarked ? (
          <mark key={piece.from} className={styles.mark}>
            <PieceText piece={piece} />
          </mark>
        ) : (
          <PieceText key={piece.from} piece={piece} />
        ),
      )}
      {/* A line that ends in a break would else be one line short. */}
      {'\u200B'}
    </div>
  );
}

function PieceText({ piece: { text, rest } }: { piece: Piece }) {
  return (
    <>
      {text}
      {rest !== null && <span className={styles.sign} />}
      {rest}
    </>
  );
}
