import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import type { FirstRunStore } from './first-run-store.ts';
import styles from './Onboarding.module.css';

interface RefusedJournalProps {
  store: FirstRunStore;
  reason: string;
  path: string;
  /** Whether it can be read without being touched. */
  canView: boolean;
  onLookAgain: () => void;
}

/** A journal that Rung will not open, and why. */
export function RefusedJournal({ store, reason, path, canView, onLookAgain }: RefusedJournalProps) {
  const { isStarting, problem, view } = useStore(store);
  const read = async () => {
    if (await view()) onLookAgain();
  };
  return (
    <main className={styles.screen}>
      <div className={styles.column} role="alert">
        <h1 className={styles.title}>The journal was not opened</h1>
        <p>{reason}</p>
        <p>
          Rung has changed nothing in it.
          <code className={styles.path}>{path}</code>
        </p>
        {canView && <p>It can be read here meanwhile, from a copy: seen, searched and exported, but not changed.</p>}
        {problem && <Problem text={problem} />}
        <div className={styles.actions}>
          <Button look="primary" onClick={onLookAgain}>
            Look again
          </Button>
          {canView && (
            <Button disabled={isStarting} onClick={() => void read()}>
              Open to read only
            </Button>
          )}
        </div>
      </div>
    </main>
  );
}
