import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './Banner.module.css';

interface PlaceBannerProps {
  /** What it is about, for those who do not see where it stands. */
  label: string;
  words: string;
  children?: ReactNode;
}

/** Says across the top what is different about this journal. It stays, and asks for nothing. */
export function PlaceBanner({ label, words, children }: PlaceBannerProps) {
  return (
    <section className={classes(styles.banner, styles.quiet)} aria-label={label}>
      <p>{words}</p>
      {children}
    </section>
  );
}
