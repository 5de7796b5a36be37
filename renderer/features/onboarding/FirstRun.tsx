import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SaveForm } from '../../ui/SaveForm.tsx';
import type { FirstRunStore } from './first-run-store.ts';
import styles from './Onboarding.module.css';

interface FirstRunProps {
  store: FirstRunStore;
  /** Where the journal will be. */
  path: string;
  /** The journal is there, and perhaps its first entry. */
  onStarted: (firstId: string | null) => void;
}

/** The one screen before the journal: what Rung is, where the file will be, and the first line. */
export function FirstRun({ store, path, onStarted }: FirstRunProps) {
  const { isStarting, problem, start } = useStore(store);
  const [title, setTitle] = useState('');
  const screen = useRef<HTMLElement>(null);
  // The line is the only thing to do here.
  useEffect(() => screen.current?.querySelector('input')?.focus(), []);
  const begin = async () => {
    if (await start(title)) onStarted(store.getState().firstId);
  };
  return (
    <main ref={screen} className={styles.screen}>
      <SaveForm label="First entry" className={styles.column} onSave={() => void begin()} onEscape={() => {}}>
        <h1 className={styles.title}>Rung</h1>
        <p>
          A private journal of your engineering work: what you shipped, whom you helped, what you designed. It shows
          where that evidence stands against what a senior engineer is expected to show, and turns it into a promotion
          packet.
        </p>
        <p className={styles.quiet}>
          Everything stays in one file on this machine:
          <code className={styles.path}>{path}</code>
        </p>
        <TextField
          label="Write the first line"
          placeholder="Cut checkout p99 from 420 ms to 180 ms"
          hint="A win, in one line. Help and designs have a place too, once the journal is there."
          value={title}
          onChange={setTitle}
        />
        {problem && <Problem text={problem} />}
        <div className={styles.actions}>
          <Button look="primary" type="submit" disabled={isStarting}>
            {title.trim() ? 'Start the journal with this line' : 'Start an empty journal'}
          </Button>
        </div>
      </SaveForm>
    </main>
  );
}
