import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { countToText } from './bulk-acts.ts';
import { useJournal } from './journal-context.ts';
import styles from './PeriodDialog.module.css';
import type { Purging } from './purge.ts';

/** Says exactly what goes for good, and asks once. */
export function PurgeDialog({ purging }: { purging: Purging }) {
  const cancelPurge = useJournal((state) => state.cancelPurge);
  const purge = useJournal((state) => state.purge);
  const { ids, title, backups, isUnderWay, problem } = purging;
  return (
    <Dialog title="Delete forever" isOpen onClose={cancelPurge}>
      <div className={styles.form}>
        <p>
          {title === null ? countToText(ids.length) : <strong>{title}</strong>} {ids.length === 1 ? 'goes' : 'go'} for
          good: the text and every earlier version, the evidence, unsaved drafts, and what search knew of it. Nothing
          brings it back; there is no Undo.
        </p>
        <p className={styles.hint}>{backupsToText(backups)}</p>
        {problem && <Problem text={`Not deleted. ${problem}`} />}
        <div className={styles.actions}>
          <span className={styles.fill} />
          <Button disabled={isUnderWay} onClick={cancelPurge}>
            Cancel
          </Button>
          <Button look="danger" disabled={isUnderWay} onClick={() => void purge()}>
            {isUnderWay ? 'Deleting…' : 'Delete forever'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function backupsToText(backups: number): string {
  if (backups === 0) return 'There is no backup that could hold it.';
  return `${backups === 1 ? '1 backup made before may' : `${backups} backups made before may`} still hold it. Backups made from now on do not.`;
}
