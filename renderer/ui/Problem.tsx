import type { ReactNode } from 'react';
import styles from './Problem.module.css';

/** What went wrong, what is safe and what to do, beside the thing it happened to. */
export function Problem({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className={styles.problem} role="alert">
      <p>{text}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
