import { Button } from '../../ui/Button.tsx';
import { instantToAge, instantToTimeText } from '../../ui/instant-text.ts';
import styles from './ConflictChoice.module.css';
import { findTheirs } from './find-theirs.ts';
import { useJournal } from './journal-context.ts';

/** Says calmly, as soon as it is known, that the entry being edited was changed elsewhere. */
export function ConflictLine() {
  const theirs = useJournal(findTheirs);
  const showConflict = useJournal((state) => state.showConflict);
  return (
    <output className={theirs ? styles.line : undefined}>
      {theirs && (
        <>
          <span className={styles.lineText}>
            This entry was changed elsewhere,{' '}
            <time dateTime={theirs.updatedAt} title={instantToTimeText(theirs.updatedAt)}>
              {instantToAge(theirs.updatedAt)}
            </time>
            . What you typed is kept.
          </span>
          <Button onClick={() => void showConflict()}>Show</Button>
        </>
      )}
    </output>
  );
}
