import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { Problem } from '../../ui/Problem.tsx';
import type { FirstRunStore } from './first-run-store.ts';
import styles from './Onboarding.module.css';

interface GoneJournalProps {
  store: FirstRunStore;
  path: string;
  onStarted: () => void;
  onLookAgain: () => void;
}

/** A journal was here and is gone: nothing new is started unless that is said twice. */
export function GoneJournal({ store, path, onStarted, onLookAgain }: GoneJournalProps) {
  const { isStarting, problem, startAnew } = useStore(store);
  const [isSure, setSure] = useState(false);
  const begin = async () => {
    if (await startAnew()) onStarted();
  };
  return (
    <main className={styles.screen}>
      <div className={styles.column}>
        <h1 className={styles.title}>The journal is not where it was</h1>
        <p>
          A journal was at this place before. It may have been moved or renamed, or be on a disk that is not connected.
          Rung has changed nothing.
          <code className={styles.path}>{path}</code>
        </p>
        <p>Put the file back, or connect its disk, then look again.</p>
        <div className={styles.actions}>
          <Button look="primary" onClick={onLookAgain}>
            Look again
          </Button>
        </div>
        <hr className={styles.rule} />
        <CheckField label="The old journal is not coming back." isChecked={isSure} onChange={setSure} />
        {problem && <Problem text={problem} />}
        <div className={styles.actions}>
          <Button disabled={!isSure || isStarting} onClick={() => void begin()}>
            Start a new journal here
          </Button>
        </div>
      </div>
    </main>
  );
}
