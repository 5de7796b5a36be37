import type { ReactNode } from 'react';
import styles from './Chip.module.css';

/** A small word beside a title: a criterion, a tag, a state. */
export function Chip({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <span className={styles.chip} title={title}>
      {children}
    </span>
  );
}
