import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { EntryEditor } from './EntryEditor.tsx';
import styles from './EntryPanel.module.css';
import { EntryReader } from './EntryReader.tsx';
import type { Opened } from './inspector.ts';
import { useJournal } from './journal-context.ts';

// What is opened seldom is loaded when it is.
const EntryHistory = lazy(async () => ({ default: (await import('./EntryHistory.tsx')).EntryHistory }));
const ConflictChoice = lazy(async () => ({ default: (await import('./ConflictChoice.tsx')).ConflictChoice }));
const TheirsBeside = lazy(async () => ({ default: (await import('./TheirsBeside.tsx')).TheirsBeside }));

interface EntryPanelProps {
  onClose: () => void;
  onLink: (url: string) => void;
}

/** The open entry, read or being changed; a few quiet words while none is open. */
export function EntryPanel({ onClose, onLink }: EntryPanelProps) {
  const opened = useJournal((state) => state.opened);
  const wasEditing = useRef(false);
  const isEditing = useJournal((state) => state.editor !== null && state.editor.id === state.opened?.id);
  useEffect(() => {
    // A form that closes takes the focus with it: back to where the entry is edited.
    if (wasEditing.current && !isEditing && document.activeElement === document.body) {
      document.querySelector<HTMLElement>('[data-edit]')?.focus();
    }
    wasEditing.current = isEditing;
  }, [isEditing]);
  const isConflict = useJournal((state) => Boolean(state.editor?.conflict));
  const isBeside = useJournal((state) => Boolean(state.editor?.beside));
  return (
    <div className={styles.panel}>
      {!opened && <NothingOpen />}
      {opened?.problem && <Problem text={opened.problem} />}
      {isEditing && (
        <>
          <Suspense>{isBeside && <TheirsBeside />}</Suspense>
          <EntryEditor />
        </>
      )}
      <Suspense>{isConflict && <ConflictChoice />}</Suspense>
      {opened?.entry && !isEditing && (
        <OpenEntry opened={opened} entry={opened.entry} onClose={onClose} onLink={onLink} />
      )}
    </div>
  );
}

interface OpenEntryProps extends EntryPanelProps {
  opened: Opened;
  entry: Entry;
}

function OpenEntry({ opened, entry, onClose, onLink }: OpenEntryProps) {
  const versionAt = useJournal((state) => state.versionAt);
  const isHistory = versionAt !== null && opened.versions !== null;
  const wasHistory = useRef(false);
  useEffect(() => {
    // The way back leads to where one came from.
    if (wasHistory.current && !isHistory) document.querySelector<HTMLElement>('[data-history]')?.focus();
    wasHistory.current = isHistory;
  }, [isHistory]);
  return isHistory ? (
    <Suspense>
      <EntryHistory key={entry.id} entry={entry} versions={opened.versions ?? []} at={versionAt} />
    </Suspense>
  ) : (
    <EntryReader opened={opened} entry={entry} onClose={onClose} onLink={onLink} />
  );
}

const KEYS: [string, string][] = [
  ['n', 'write an entry'],
  ['j', 'next entry'],
  ['k', 'entry before'],
  ['Enter', 'open'],
  ['e', 'edit'],
  ['Delete', 'move to the trash'],
  ['?', 'all shortcuts'],
];

function NothingOpen() {
  return (
    <Empty title="No entry is open.">
      <p>Choose one to read it here, change it, and say which criteria it is evidence for.</p>
      <dl className={styles.keys}>
        {KEYS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Empty>
  );
}
