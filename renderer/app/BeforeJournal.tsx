import type { JournalStatus } from '../../shared/domain/journal.ts';
import { goTo } from './address.ts';
import { DamagedJournal } from '../features/onboarding/DamagedJournal.tsx';
import type { DamageStore } from '../features/onboarding/damage-store.ts';
import type { FirstRunStore } from '../features/onboarding/first-run-store.ts';
import { FirstRun } from '../features/onboarding/FirstRun.tsx';
import { GoneJournal } from '../features/onboarding/GoneJournal.tsx';
import { RefusedJournal } from '../features/onboarding/RefusedJournal.tsx';

interface BeforeJournalProps {
  status: Exclude<JournalStatus, { state: 'open' }>;
  store: FirstRunStore;
  damage: DamageStore;
  onCheck: () => void;
}

/** What stands in the window while no journal is open. */
export function BeforeJournal({ status, store, damage, onCheck }: BeforeJournalProps) {
  if (status.state === 'damaged') return <DamagedJournal store={damage} damage={status} onLookAgain={onCheck} />;
  if (status.state === 'refused') {
    const { reason, path, canView } = status;
    return <RefusedJournal store={store} reason={reason} path={path} canView={canView} onLookAgain={onCheck} />;
  }
  if (status.wasHere) {
    return <GoneJournal store={store} path={status.path} onStarted={onCheck} onLookAgain={onCheck} />;
  }
  // The first entry is shown open, where its criteria are chosen.
  const begin = (id: string | null) => {
    goTo({ place: 'journal', id });
    onCheck();
  };
  return <FirstRun store={store} path={status.path} onStarted={begin} />;
}
