import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { PASSPHRASE_HINT, passphraseProblem } from '../../../shared/domain/passphrase.ts';
import type { DesktopAbilities } from '../../api/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PassphraseForm } from '../../ui/PassphraseForm.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { BackupList } from './BackupList.tsx';
import type { BackupsStore } from './backups-store.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { SecondPlaceLine } from './SecondPlaceLine.tsx';
import styles from './SettingsPage.module.css';
import { SettingsSection } from './SettingsSection.tsx';

interface BackupsSectionProps {
  store: BackupsStore;
  desktop: DesktopAbilities | null;
  revealJournal: (() => Promise<void>) | null;
}

/** The checked copies of the journal: made, kept elsewhere, brought back. */
export function BackupsSection({ store, desktop, revealJournal }: BackupsSectionProps) {
  const { backups, work, done, problem, preview, refresh, make } = useStore(store);
  useEffect(() => void refresh(), [refresh]);
  return (
    <SettingsSection title="Backups">
      <p className={styles.note}>
        While Rung is open it makes a checked copy an hour when something changed, and keeps 24 hours, 30 days and every
        month.
      </p>
      <div className={styles.row}>
        <Button disabled={work !== null} onClick={() => void make()}>
          Make a backup now
        </Button>
        <output className={styles.note}>{work ?? done}</output>
      </div>
      {problem && !preview && <Problem text={problem} />}
      <BackupList backups={backups} isBusy={work !== null} store={store} desktop={desktop} />
      <SecondPlaceLine store={store} isDesktop={desktop !== null} />
      {desktop ? <Encrypted store={store} /> : <EncryptedByCommand />}
      <RestoreDialog store={store} revealJournal={revealJournal} />
    </SettingsSection>
  );
}

function Encrypted({ store }: { store: BackupsStore }) {
  const { work, problem, saveEncrypted, openFile } = useStore(store);
  const [asked, setAsked] = useState<'save' | 'open' | null>(null);
  const close = () => setAsked(null);
  const submit = async (passphrase: string) => {
    if (await (asked === 'save' ? saveEncrypted : openFile)(passphrase)) close();
  };
  return (
    <div className={styles.row}>
      <Button disabled={work !== null} onClick={() => setAsked('save')}>
        Save an encrypted copy…
      </Button>
      <Button disabled={work !== null} onClick={() => setAsked('open')}>
        Restore from a file…
      </Button>
      <Dialog
        title={asked === 'save' ? 'Save an encrypted copy' : 'Restore from a file'}
        isOpen={asked !== null}
        onClose={close}
      >
        <PassphraseForm
          isNew={asked === 'save'}
          hint={asked === 'save' ? PASSPHRASE_HINT : 'Leave it empty when the file is not encrypted.'}
          action={asked === 'save' ? 'Choose where…' : 'Choose the file…'}
          isBusy={work !== null}
          findProblem={passphraseProblem}
          onSubmit={(passphrase) => void submit(passphrase)}
        />
        <output className={styles.note}>{work}</output>
        {problem && <Problem text={problem} />}
      </Dialog>
    </div>
  );
}

function EncryptedByCommand() {
  return (
    <p className={styles.note}>
      Encrypted copies are made in a terminal: <code>rung backup make --encrypt</code>.{' '}
      <code>rung backup restore FILE</code> reads one.
    </p>
  );
}
