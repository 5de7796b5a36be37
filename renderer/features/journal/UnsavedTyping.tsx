import { instantToText } from '../../ui/day-text.ts';
import { Button } from '../../ui/Button.tsx';
import { useJournal } from './journal-context.ts';
import styles from './UnsavedTyping.module.css';

/** Says that an edit of this entry was begun and never saved. */
export function UnsavedTyping({ savedAt }: { savedAt: string }) {
  const startEdit = useJournal((state) => state.startEdit);
  const discardDraft = useJournal((state) => state.discardDraft);
  return (
    <div className={styles.box}>
      <p>Changes from {instantToText(savedAt)} are not saved yet.</p>
      <div className={styles.actions}>
        <Button onClick={startEdit}>Go on editing</Button>
        <Button look="quiet" onClick={() => void discardDraft()}>
          Let them go
        </Button>
      </div>
    </div>
  );
}
