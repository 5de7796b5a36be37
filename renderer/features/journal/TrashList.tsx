import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { dayToText } from '../../ui/day-text.ts';
import { Empty } from '../../ui/Empty.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { useJournal } from './journal-context.ts';
import styles from './Timeline.module.css';
import { trashEndToText } from './trash-end.ts';

/** What was thrown away, one by one or many at once, and the way back. */
export function TrashList({ onOpen }: { onOpen: (id: string) => void }) {
  const entries = useJournal((state) => state.entries);
  const isLoaded = useJournal((state) => state.isLoaded);
  const restore = useJournal((state) => state.restore);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  if (isLoaded && entries.length === 0) {
    return (
      <Empty title="The trash is empty.">
        <p>An entry moved here can be restored for 30 days.</p>
      </Empty>
    );
  }
  const check = (id: string, isChecked: boolean) => {
    const next = new Set(checked);
    if (isChecked) next.add(id);
    else next.delete(id);
    setChecked(next);
  };
  const ids = entries.map(({ id }) => id);
  return (
    <>
      <TrashTools ids={ids} checked={ids.filter((id) => checked.has(id))} onCheck={setChecked} />
      <ol>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.trashed}>
            <CheckField
              label={<span className="sr-only">Choose {entry.title}</span>}
              isChecked={checked.has(entry.id)}
              onChange={(isChecked) => check(entry.id, isChecked)}
            />
            <KindIcon kind={entry.kind} hasWord />
            <button type="button" className={styles.trashedTitle} onClick={() => onOpen(entry.id)}>
              {entry.title}
            </button>
            <span className={styles.trashedDay}>
              {dayToText(entry.occurredOn)}
              {entry.trashedAt && `, goes for good on ${trashEndToText(entry.trashedAt)}`}
            </span>
            <Button onClick={() => void restore(entry.id)}>Restore</Button>
          </li>
        ))}
      </ol>
    </>
  );
}

interface TrashToolsProps {
  ids: readonly string[];
  checked: readonly string[];
  onCheck: (ids: ReadonlySet<string>) => void;
}

function TrashTools({ ids, checked, onCheck }: TrashToolsProps) {
  const restoreMany = useJournal((state) => state.restoreMany);
  const restore = async () => {
    await restoreMany(checked);
    onCheck(new Set());
  };
  return (
    <div className={styles.trashTools}>
      <p className={styles.trashWords}>An entry is deleted for good after 30 days here.</p>
      <Button look="quiet" onClick={() => onCheck(new Set(checked.length === ids.length ? [] : ids))}>
        {checked.length === ids.length ? 'Choose none' : 'Choose all'}
      </Button>
      <Button disabled={checked.length === 0} onClick={() => void restore()}>
        Restore the chosen
      </Button>
    </div>
  );
}
