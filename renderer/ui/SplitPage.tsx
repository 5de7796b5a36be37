import { ArrowLeft } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './SplitPage.module.css';

interface SplitPageProps {
  children: ReactNode;
  /** What stands beside the page; on a narrow window it covers the page while `isSideOpen`. */
  side: ReactNode;
  sideLabel: string;
  isSideOpen: boolean;
  backLabel: string;
  onBack: () => void;
  mainRef?: Ref<HTMLDivElement>;
}

/** A page with an inspector beside it from 1100 px; below that the inspector is a page of its own. */
export function SplitPage({ mainRef, children, ...props }: SplitPageProps) {
  return (
    <div className={classes(styles.split, props.isSideOpen && styles.open)}>
      <div className={styles.main} ref={mainRef} data-scroll>
        {children}
      </div>
      <aside className={styles.side} aria-label={props.sideLabel}>
        <div className={styles.back}>
          <Button look="quiet" onClick={props.onBack}>
            <ArrowLeft size={16} aria-hidden />
            {props.backLabel}
          </Button>
        </div>
        {props.side}
      </aside>
    </div>
  );
}
