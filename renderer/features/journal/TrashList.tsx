import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { dayToText } from '../../ui/day-text.ts';
import { Empty } from '../../ui/Empty.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { useJournal } from './journal-context.ts';
import styles from './Timeline.module.css';
import { trashEndToText } from './trash-end.ts';

const PurgeDialog = lazy(() => import('./PurgeDialog.tsx').then((file) => ({ default: file.PurgeDialog })));

/** What was thrown away, one by one or many at once, the way back, and the way out for good. */
export function TrashList({ onOpen }: { onOpen: (id: string) => void }) {
  const entries = useJournal((state) => state.entries);
  const isLoaded = useJournal((state) => state.isLoaded);
  const restore = useJournal((state) => state.restore);
  const askToPurge = useJournal((state) => state.askToPurge);
  const purging = useJournal((state) => state.purging);
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
            <Button look="quiet" onClick={() => void askToPurge([entry.id])}>
              Delete forever
            </Button>
          </li>
        ))}
      </ol>
      <Suspense>{purging && <PurgeDialog purging={purging} />}</Suspense>
    </>
  );
}

interface TrashToolsProps {
  ids: readonly string[];
  checked: readonly string[];
  onCheck: (ids: ReadonlySet<string>) => void;
}

function TrashTools({ ids, checked, onCheck }: TrashToolsProps) {
  const askToPurge = useJournal((state) => state.askToPurge);
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
      <Button look="quiet" onClick={() => void askToPurge(checked.length > 0 ? checked : ids)}>
        {checked.length > 0 ? 'Delete the chosen forever' : 'Empty the trash'}
      </Button>
    </div>
  );
}
