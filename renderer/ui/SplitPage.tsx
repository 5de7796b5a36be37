import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, type ReactNode, type Ref } from 'react';
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
  const back = useFocusBetween(props.isSideOpen);
  return (
    <div className={classes(styles.split, props.isSideOpen && styles.open)}>
      <div className={styles.main} ref={mainRef} data-scroll>
        {children}
      </div>
      <aside className={styles.side} aria-label={props.sideLabel}>
        <div className={styles.back}>
          <Button ref={back} look="quiet" onClick={props.onBack}>
            <ArrowLeft size={16} aria-hidden />
            {props.backLabel}
          </Button>
        </div>
        {props.side}
      </aside>
    </div>
  );
}

/** Where the side covers the page, the focus goes to it as it opens; as it closes, back to where it came from. */
function useFocusBetween(isSideOpen: boolean) {
  const back = useRef<HTMLButtonElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    const focused = document.activeElement;
    if (isSideOpen) {
      before.current = focused;
      const isCovering = back.current !== null && back.current.offsetParent !== null;
      if (isCovering) back.current?.focus();
      return;
    }
    const isLost = focused === document.body || back.current?.closest('aside')?.contains(focused);
    if (isLost && before.current instanceof HTMLElement) before.current.focus();
  }, [isSideOpen]);
  return back;
}
