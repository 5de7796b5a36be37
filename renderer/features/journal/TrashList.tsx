import { Button } from '../../ui/Button.tsx';
import { dayToText, instantToText } from '../../ui/day-text.ts';
import { Empty } from '../../ui/Empty.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { useJournal } from './journal-context.ts';
import styles from './Timeline.module.css';

/** What was thrown away, and the way back. */
export function TrashList({ onOpen }: { onOpen: (id: string) => void }) {
  const entries = useJournal((state) => state.entries);
  const isLoaded = useJournal((state) => state.isLoaded);
  const restore = useJournal((state) => state.restore);
  if (isLoaded && entries.length === 0) {
    return (
      <Empty title="The trash is empty.">
        <p>An entry moved here can be restored.</p>
      </Empty>
    );
  }
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.trashed}>
          <KindIcon kind={entry.kind} hasWord />
          <button type="button" className={styles.trashedTitle} onClick={() => onOpen(entry.id)}>
            {entry.title}
          </button>
          <span className={styles.trashedDay}>
            {dayToText(entry.occurredOn)}
            {entry.trashedAt && `, thrown away ${instantToText(entry.trashedAt)}`}
          </span>
          <Button onClick={() => void restore(entry.id)}>Restore</Button>
        </li>
      ))}
    </ol>
  );
}
