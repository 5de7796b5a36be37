import type { Api } from '../../api/api.ts';
import { AboutSection } from './AboutSection.tsx';
import { AnswersSection } from './AnswersSection.tsx';
import type { BackupsStore } from './backups-store.ts';
import { BackupsSection } from './BackupsSection.tsx';
import { CaptureSection } from './CaptureSection.tsx';
import { JournalSection } from './JournalSection.tsx';
import { ReminderSection } from './ReminderSection.tsx';
import { SettingsContext } from './settings-context.ts';
import type { SettingsStore } from './settings-store.ts';
import styles from './SettingsPage.module.css';

interface SettingsPageProps {
  store: SettingsStore;
  backups: BackupsStore;
  api: Pick<Api, 'desktop' | 'copyText' | 'revealJournal'>;
}

/** Everything that can be set, saved as it is changed. */
export function SettingsPage({ store, backups, api }: SettingsPageProps) {
  return (
    <SettingsContext value={store}>
      <div className={styles.scroll} data-scroll>
        <div className={styles.page}>
          <h1 className={styles.title}>Settings</h1>
          <ReminderSection />
          <CaptureSection desktop={api.desktop} copyText={api.copyText} />
          <JournalSection revealJournal={api.revealJournal} />
          <BackupsSection store={backups} desktop={api.desktop} revealJournal={api.revealJournal} />
          <AnswersSection />
          <AboutSection />
        </div>
      </div>
    </SettingsContext>
  );
}
