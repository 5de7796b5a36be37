import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { Composer } from './Composer.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { JournalContext } from './journal-context.ts';
import type { JournalStore } from './journal-store.ts';
import styles from './JournalPage.module.css';
import { Timeline } from './Timeline.tsx';
import { useListKeys } from './use-list-keys.ts';

interface JournalPageProps {
  store: JournalStore;
  /** The entry the address names. */
  entryId: string | null;
  /** Why nothing can be written; null where everything can. */
  readOnly: string | null;
  /** Puts an entry into the address. */
  onOpen: (id: string | null) => void;
  onLink: (url: string) => void;
}

/** The journal: the line to write on, the entries by week, and the open entry beside them. */
export function JournalPage({ store, entryId, readOnly, onOpen, onLink }: JournalPageProps) {
  const main = useRef<HTMLDivElement>(null);
  const isSideOpen = useStore(store, (state) => state.opened !== null);
  useEffect(() => void store.getState().open(entryId), [store, entryId]);
  useListKeys(store, main, onOpen);
  return (
    <JournalContext value={store}>
      <SplitPage
        mainRef={main}
        side={<EntryPanel onClose={() => onOpen(null)} onLink={onLink} />}
        sideLabel="Open entry"
        isSideOpen={isSideOpen}
        backLabel="Journal"
        onBack={() => onOpen(null)}
      >
        <div className={styles.page}>
          <h1 className="sr-only">Journal</h1>
          <Composer readOnly={readOnly} onSaved={onOpen} />
          <Timeline onOpen={onOpen} />
        </div>
      </SplitPage>
    </JournalContext>
  );
}
