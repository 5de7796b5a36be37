import { CircleAlert, Check } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { useSettings } from './settings-context.ts';
import styles from './SettingsPage.module.css';
import { SettingsSection } from './SettingsSection.tsx';

interface JournalSectionProps {
  /** Shows the file in the file manager; null where that cannot be done. */
  revealJournal: (() => Promise<void>) | null;
}

/** Where the journal is, what it holds, and whether it is sound. */
export function JournalSection({ revealJournal }: JournalSectionProps) {
  const status = useSettings((state) => state.status);
  const isChecking = useSettings((state) => state.isChecking);
  const check = useSettings((state) => state.check);
  if (status?.state !== 'open') return null;
  return (
    <SettingsSection title="Journal" section="journal">
      <p>
        {count(status.entries, 'entry', 'entries')}
        {status.trashed > 0 && `, and ${status.trashed} in the trash`}. All of it is in one file:
      </p>
      <div className={styles.command}>
        <code>{status.path}</code>
        {revealJournal && <Button onClick={() => void revealJournal()}>Show the file</Button>}
      </div>
      <div className={styles.row}>
        <Button disabled={isChecking} onClick={() => void check()}>
          {isChecking ? 'Checking…' : 'Check the journal'}
        </Button>
        <span className={styles.note}>
          Reads the whole file and changes nothing, as <code>rung doctor</code> does.
        </span>
      </div>
      <CheckResults />
    </SettingsSection>
  );
}

function CheckResults() {
  const checks = useSettings((state) => state.checks);
  const repair = useSettings((state) => state.repair);
  const isIndexBehind = checks?.some(({ id, isOk }) => id === 'index' && !isOk);
  return (
    <div aria-live="polite">
      {checks && (
        <ul className={styles.checks}>
          {checks.map(({ id, isOk, message }) => (
            <li key={id} className={styles.check}>
              {isOk ? <Check size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
              <span>
                {!isOk && <strong>Needs attention: </strong>}
                {message}
              </span>
            </li>
          ))}
        </ul>
      )}
      {checks && (
        <div className={styles.row}>
          <Button look={isIndexBehind ? 'primary' : 'quiet'} onClick={() => void repair()}>
            Make the search index again
          </Button>
        </div>
      )}
    </div>
  );
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
