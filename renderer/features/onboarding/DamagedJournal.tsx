import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { JournalStatus, Salvage } from '../../../shared/domain/journal.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { salvageToText, type DamageStore } from './damage-store.ts';
import styles from './Onboarding.module.css';

interface DamagedJournalProps {
  store: DamageStore;
  damage: Extract<JournalStatus, { state: 'damaged' }>;
  onLookAgain: () => void;
}

/** A journal that is broken: what happened, what is safe, and three ways on. */
export function DamagedJournal({ store, damage, onLookAgain }: DamagedJournalProps) {
  const { problem, done, look } = useStore(store);
  useEffect(() => void look(), [look]);
  return (
    <main className={styles.screen}>
      <div className={styles.column}>
        <div role="alert" className={styles.column}>
          <h1 className={styles.title}>The journal is damaged</h1>
          <p>
            Not all of the file can be relied on any more: {damage.reason}. A disk fault, a power cut or another program
            can do that.
            <code className={styles.path}>{damage.path}</code>
          </p>
          <p>
            Nothing was changed, and nothing will be deleted: whichever way you take, the damaged file is kept beside
            the new one.
          </p>
        </div>
        {done ? <Done store={store} text={done} onGoOn={onLookAgain} /> : <Ways store={store} damage={damage} />}
        {problem && <Problem text={problem} />}
        {!done && (
          <section className={styles.way} aria-labelledby="look-again">
            <h2 id="look-again" className={styles.heading}>
              Look again
            </h2>
            <p>After a disk was connected again, or the file was put back by other means.</p>
            <div className={styles.actions}>
              <Button onClick={onLookAgain}>Look again</Button>
            </div>
          </section>
        )}
      </div>
    </main>
  );
}

function Ways({ store, damage: { backup } }: Pick<DamagedJournalProps, 'store' | 'damage'>) {
  const { preview, isBusy, salvage, restore } = useStore(store);
  const isSalvageBest = preview !== null && countBack(preview) >= (backup?.entries ?? 0) && countBack(preview) > 0;
  return (
    <>
      <section className={styles.way} aria-labelledby="save-readable">
        <h2 id="save-readable" className={styles.heading}>
          Save what can be read
        </h2>
        <p aria-live="polite">{previewToText(preview, isBusy)}</p>
        {preview && preview.lost.length > 0 && <Lost lost={preview.lost} />}
        <div className={styles.actions}>
          <Button
            look={isSalvageBest ? 'primary' : 'plain'}
            disabled={isBusy || !preview || countBack(preview) === 0}
            onClick={() => void salvage()}
          >
            Save what can be read
          </Button>
        </div>
      </section>
      <section className={styles.way} aria-labelledby="restore-backup">
        <h2 id="restore-backup" className={styles.heading}>
          Restore the newest checked backup
        </h2>
        <p>
          {backup
            ? `Made on ${backup.madeAt.slice(0, 10)} at ${backup.madeAt.slice(11, 16)} UTC, with ${backup.entries} entries. What was written after that is only in the damaged file.`
            : 'There is no backup that is still as it was when it was checked.'}
        </p>
        {backup && (
          <div className={styles.actions}>
            <Button
              look={isSalvageBest ? 'plain' : 'primary'}
              disabled={isBusy}
              onClick={() => void restore(backup.name)}
            >
              Restore this backup
            </Button>
          </div>
        )}
      </section>
    </>
  );
}

function Done({ store, text, onGoOn }: { store: DamageStore; text: string; onGoOn: () => void }) {
  const goOn = () => {
    store.getState().reset();
    onGoOn();
  };
  return (
    <output className={styles.way}>
      <p className={styles.breaking}>{text}</p>
      <div className={styles.actions}>
        <Button look="primary" onClick={goOn}>
          Open the journal
        </Button>
      </div>
    </output>
  );
}

/** The entries that are nowhere, by their titles where those are known. */
function Lost({ lost }: { lost: Salvage['lost'] }) {
  return (
    <details>
      <summary>{lost.length === 1 ? 'One entry is lost' : `${lost.length} entries are lost`}</summary>
      <ul className={styles.lost}>
        {lost.map(({ id, title }) => (
          <li key={id}>{title ?? `Entry ${id}`}</li>
        ))}
      </ul>
    </details>
  );
}

function countBack({ recovered, fromBackup }: Salvage): number {
  return recovered + (fromBackup?.entries ?? 0);
}

function previewToText(preview: Salvage | null, isBusy: boolean): string {
  if (preview) return salvageToText(preview);
  return isBusy ? 'Reading the file …' : 'What can be read could not be told.';
}
