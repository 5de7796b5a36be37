import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import type { BackupsStore } from './backups-store.ts';
import styles from './SettingsPage.module.css';

/** Where every backup is copied to as well, such as a stick. */
export function SecondPlaceLine({ store, isDesktop }: { store: BackupsStore; isDesktop: boolean }) {
  const { place, work, choosePlace, leavePlace } = useStore(store);
  if (!place) {
    return isDesktop ? (
      <div className={styles.row}>
        <Button disabled={work !== null} onClick={() => void choosePlace()}>
          Choose a second place…
        </Button>
        <span className={styles.note}>
          A folder on another disk or stick that every backup is copied to. The copies there are as readable as the
          journal.
        </span>
      </div>
    ) : (
      <p className={styles.note}>
        <code>rung backup place FOLDER</code> copies every backup to a second place as well, such as a stick.
      </p>
    );
  }
  return (
    <div>
      <p className={styles.note}>Second place, as readable as the journal:</p>
      <div className={styles.command}>
        <code>{place.folder}</code>
        {isDesktop && (
          <Button disabled={work !== null} onClick={() => void leavePlace()}>
            Stop using it
          </Button>
        )}
      </div>
      <p className={styles.note}>
        {place.isThere
          ? `${place.copies} ${place.copies === 1 ? 'copy' : 'copies'}${place.missing > 0 ? `, ${place.missing} still to be copied` : ''}.`
          : `Not there now. ${place.missing} ${place.missing === 1 ? 'backup is' : 'backups are'} copied when it is back.`}
      </p>
      {place.problem && <Problem text={place.problem} />}
    </div>
  );
}
