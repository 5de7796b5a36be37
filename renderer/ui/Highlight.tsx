import type { ReactNode } from 'react';
import styles from './Highlight.module.css';

/** A stretch of a text that is set off. */
export interface Stretch {
  from: number;
  to: number;
}

/** A text with some stretches of it set off, by weight and underline as well as by paper. */
export function Highlight({ text, marks }: { text: string; marks: readonly Stretch[] }): ReactNode {
  if (marks.length === 0) return text;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    if (from > at) pieces.push(text.slice(at, from));
    pieces.push(
      <mark key={from} className={styles.mark}>
        {text.slice(Math.max(at, from), to)}
      </mark>,
    );
    at = to;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}
