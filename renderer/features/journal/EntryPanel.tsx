import { Empty } from '../../ui/Empty.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { EntryEditor } from './EntryEditor.tsx';
import styles from './EntryPanel.module.css';
import { EntryReader } from './EntryReader.tsx';
import { useJournal } from './journal-context.ts';

interface EntryPanelProps {
  onClose: () => void;
  onLink: (url: string) => void;
}

/** The open entry, read or being changed; a few quiet words while none is open. */
export function EntryPanel({ onClose, onLink }: EntryPanelProps) {
  const opened = useJournal((state) => state.opened);
  const isEditing = useJournal((state) => state.editor !== null && state.editor.id === state.opened?.id);
  return (
    <div className={styles.panel}>
      {!opened && <NothingOpen />}
      {opened?.problem && <Problem text={opened.problem} />}
      {isEditing && <EntryEditor />}
      {opened?.entry && !isEditing && (
        <EntryReader opened={opened} entry={opened.entry} onClose={onClose} onLink={onLink} />
      )}
    </div>
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
