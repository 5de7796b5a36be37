import { version } from '../../../package.json';
import styles from './SettingsPage.module.css';
import { SettingsSection } from './SettingsSection.tsx';

const PROMISES = [
  'Nothing you typed is lost.',
  'Nothing leaves this machine: Rung makes no network request.',
  'Nothing private reaches an export.',
  'Every claim in a packet points at the dated entry that proves it.',
  'Your data is yours: one SQLite file.',
];

/** What this is, and what it holds itself to. */
export function AboutSection() {
  return (
    <SettingsSection title="About">
      <p>Rung {version}</p>
      <ul className={styles.promises}>
        {PROMISES.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
      <p className={styles.note}>
        Rung is under the MIT licence. Type is set in Inter and JetBrains Mono (SIL Open Font License 1.1); icons are by
        Lucide (ISC). The list of everything it is built with is in CONTRIBUTING.md.
      </p>
    </SettingsSection>
  );
}
