import { useStore } from 'zustand';
import type { BackupPreview } from '../../../shared/domain/backup.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { instantToTimeText } from '../../ui/instant-text.ts';
import { Problem } from '../../ui/Problem.tsx';
import { backupToText } from './BackupList.tsx';
import type { BackupsStore } from './backups-store.ts';
import styles from './SettingsPage.module.css';

interface RestoreDialogProps {
  store: BackupsStore;
  revealJournal: (() => Promise<void>) | null;
}

/** What the chosen backup would change; once it is in place, where the replaced journal is. */
export function RestoreDialog({ store, revealJournal }: RestoreDialogProps) {
  const { preview, replaced, work, problem, close, restore } = useStore(store);
  const isDone = replaced !== null;
  return (
    <Dialog
      title={isDone ? 'The backup is in place' : 'Restore this backup'}
      isOpen={preview !== null}
      onClose={isDone ? goOn : close}
    >
      {preview && !isDone && (
        <>
          <p>
            {instantToTimeText(preview.backup.madeAt)}: {backupToText(preview.backup)}
          </p>
          <Changes changes={preview.changes} />
          <p className={styles.note}>
            The journal as it is now is kept beside the restored one. A line half typed stays; an edit of an entry that
            is not saved stays in the kept journal.
          </p>
          <div className={styles.row}>
            <Button look="primary" disabled={work !== null} onClick={() => void restore()}>
              {work ?? 'Restore'}
            </Button>
            <Button disabled={work !== null} onClick={close}>
              Cancel
            </Button>
          </div>
          {problem && <Problem text={problem} />}
        </>
      )}
      {isDone && (
        <>
          <p>What was there before is kept:</p>
          <div className={styles.command}>
            <code>{replaced}</code>
            {revealJournal && <Button onClick={() => void revealJournal()}>Show the folder</Button>}
          </div>
          <div className={styles.row}>
            <Button look="primary" onClick={goOn}>
              Go on
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** Everything on the page is of the journal that was: it is read anew from the one that is. */
function goOn(): void {
  location.reload();
}

function Changes({ changes }: Pick<BackupPreview, 'changes'>) {
  if (!changes) return <p>The journal itself cannot be read, so nothing can be said about what would change.</p>;
  return (
    <ul className={styles.promises}>
      <li>Comes back: {entriesToText(changes.onlyInBackup)} that are not in the journal.</li>
      <li>Goes: {entriesToText(changes.onlyInJournal)} written since.</li>
      <li>Goes back to how it was: {entriesToText(changes.newerInJournal)} changed since.</li>
    </ul>
  );
}

function entriesToText(count: number): string {
  return count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`;
}
