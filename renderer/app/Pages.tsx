import { Activity, lazy, Suspense } from 'react';
import type { Api } from '../api/api.ts';
import { HabitCard } from '../features/habit/HabitCard.tsx';
import { JournalPage } from '../features/journal/JournalPage.tsx';
import { goTo, type Address, type Place } from './address.ts';
import { writeEntry } from './commands.ts';
import styles from './Pages.module.css';
import type { Stores } from './stores.ts';

// The journal is what the window opens on; the others come after it.
const CriteriaPage = lazy(async () => ({
  default: (await import('../features/criteria/CriteriaPage.tsx')).CriteriaPage,
}));
const ReviewPage = lazy(async () => ({
  default: (await import('../features/review/ReviewPage.tsx')).ReviewPage,
}));
const PacketPage = lazy(async () => ({
  default: (await import('../features/packet/PacketPage.tsx')).PacketPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
}));

interface PagesProps {
  address: Address;
  stores: Stores;
  api: Api;
  /** Why nothing can be written; null where everything can. */
  readOnly: string | null;
}

/** The pages. One that was left keeps its place, so that coming back finds it as it was. */
export function Pages({ address, stores, api, readOnly }: PagesProps) {
  const mode = (place: Place) => (address.place === place ? 'visible' : 'hidden');
  const idAt = (place: Place) => (address.place === place ? address.id : null);
  return (
    <>
      <Activity mode={mode('journal')}>
        <div className={styles.withCard}>
          {readOnly === null && <HabitCard store={stores.habit} onLog={writeEntry} />}
          <div className={styles.page}>
            <JournalPage
              store={stores.journal}
              entryId={idAt('journal')}
              readOnly={readOnly}
              onOpen={openEntry}
              onLink={api.openLink}
            />
          </div>
        </div>
      </Activity>
      <Activity mode={mode('criteria')}>
        <Suspense>
          <CriteriaPage store={stores.criteria} criterionId={idAt('criteria')} onOpen={openCriterion} />
        </Suspense>
      </Activity>
      {address.place === 'review' && (
        <Suspense>
          <ReviewPage store={stores.review} readOnly={readOnly} onOpenEntry={openEntry} onLink={api.openLink} />
        </Suspense>
      )}
      <Activity mode={mode('packet')}>
        <Suspense>
          <PacketPage store={stores.packet} onLink={api.openLink} />
        </Suspense>
      </Activity>
      {address.place === 'settings' && (
        <Suspense>
          <SettingsPage store={stores.settings} backups={stores.backups} api={api} />
        </Suspense>
      )}
    </>
  );
}

function openEntry(id: string | null): void {
  goTo({ place: 'journal', id });
}

function openCriterion(id: string | null): void {
  goTo({ place: 'criteria', id });
}
