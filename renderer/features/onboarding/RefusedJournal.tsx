import { Button } from '../../ui/Button.tsx';
import styles from './Onboarding.module.css';

interface RefusedJournalProps {
  reason: string;
  path: string;
  onLookAgain: () => void;
}

/** A journal that Rung will not open, and why. */
export function RefusedJournal({ reason, path, onLookAgain }: RefusedJournalProps) {
  return (
    <main className={styles.screen}>
      <div className={styles.column} role="alert">
        <h1 className={styles.title}>The journal was not opened</h1>
        <p>{reason}</p>
        <p>
          Rung has changed nothing in it.
          <code className={styles.path}>{path}</code>
        </p>
        <div className={styles.actions}>
          <Button look="primary" onClick={onLookAgain}>
            Look again
          </Button>
        </div>
      </div>
    </main>
  );
}
