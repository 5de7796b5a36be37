import { useState } from 'react';
import type { ListedBackup } from '../../../shared/domain/backup.ts';
import type { DesktopAbilities } from '../../api/api.ts';
import { Button } from '../../ui/Button.tsx';
import { instantToTimeText } from '../../ui/instant-text.ts';
import type { BackupsStore } from './backups-store.ts';
import styles from './SettingsPage.module.css';

/** How many are seen before all are asked for. */
const FIRST = 5;

const REASONS: Record<ListedBackup['reason'], string> = {
  'by-itself': 'by itself',
  'by-hand': 'by hand',
  'before-migration': 'before a change of format',
  'from-file': 'from a file',
};

interface BackupListProps {
  backups: readonly ListedBackup[];
  isBusy: boolean;
  store: BackupsStore;
  desktop: DesktopAbilities | null;
}

/** The backups, newest first, each with what it holds and the way back to it. */
export function BackupList({ backups, isBusy, store, desktop }: BackupListProps) {
  const [showsAll, setShowsAll] = useState(false);
  if (backups.length === 0) return <p>No backups yet.</p>;
  const shown = showsAll ? backups : backups.slice(0, FIRST);
  return (
    <>
      <table className={styles.answers}>
        <thead className="sr-only">
          <tr>
            <th>Made</th>
            <th>What it holds</th>
            <th>Act</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((backup) => (
            <BackupRow key={backup.name} backup={backup} isBusy={isBusy} store={store} desktop={desktop} />
          ))}
        </tbody>
      </table>
      {shown.length < backups.length && (
        <div>
          <Button look="quiet" onClick={() => setShowsAll(true)}>
            Show all {backups.length}
          </Button>
        </div>
      )}
    </>
  );
}

function BackupRow({ backup, isBusy, store, desktop }: Omit<BackupListProps, 'backups'> & { backup: ListedBackup }) {
  const { choose } = store.getState();
  const when = instantToTimeText(backup.madeAt);
  return (
    <tr>
      <td>{when}</td>
      <td className={styles.note}>{backupToText(backup)}</td>
      <td>
        {desktop && backup.places.includes('beside-journal') && (
          <Button look="quiet" onClick={() => void desktop.revealBackup(backup.name)}>
            Show<span className="sr-only"> the backup of {when}</span>
          </Button>
        )}
        <Button look="quiet" disabled={isBusy} onClick={() => void choose(backup.name)}>
          Restore…<span className="sr-only"> the backup of {when}</span>
        </Button>
      </td>
    </tr>
  );
}

/** `31 entries, 1.2 MB, by itself; in the second place too`. */
export function backupToText({ entries, bytes, reason, places }: ListedBackup): string {
  const held = `${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'}, ${bytesToText(bytes)}, ${REASONS[reason]}`;
  if (!places.includes('beside-journal')) return `${held}; in the second place only`;
  return places.includes('second-place') ? `${held}; in the second place too` : held;
}

function bytesToText(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString('en', { maximumSignificantDigits: 2 })} ${unit}`;
}
