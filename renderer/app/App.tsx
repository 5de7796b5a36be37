import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Api } from '../api/api.ts';
import { focusComposer } from '../features/journal/Composer.tsx';
import { NoticeList } from '../ui/NoticeList.tsx';
import { useAddress } from './address.ts';
import { BeforeJournal } from './BeforeJournal.tsx';
import { createCommands } from './commands.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { Pages } from './Pages.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SilenceBanner } from './SilenceBanner.tsx';
import { flushStores, type Stores } from './stores.ts';
import { useCommands } from './use-commands.ts';
import { useFlushOnLeave, useFreshPlace } from './use-journal-life.ts';

/** The whole app: the frame with its pages, or the screen that says why there is no journal. */
export function App({ api, stores }: { api: Api; stores: Stores }) {
  const status = useStore(stores.status, (state) => state.status);
  const check = useStore(stores.status, (state) => state.check);
  useEffect(() => void check(), [check]);
  return (
    <>
      {status === null || status.state === 'open' ? (
        <OpenApp api={api} stores={stores} isOpen={status !== null} />
      ) : (
        <BeforeJournal status={status} store={stores.firstRun} onCheck={() => void check()} />
      )}
      <Notices stores={stores} />
    </>
  );
}

/** The frame. It stands before the journal has answered, so that nothing flashes and typing can begin. */
function OpenApp({ api, stores, isOpen }: { api: Api; stores: Stores; isOpen: boolean }) {
  const address = useAddress();
  const silence = useStore(stores.status, (state) => state.silence);
  const check = useStore(stores.status, (state) => state.check);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const commands = useMemo(
    () => createCommands({ stores, api, showShortcuts: () => setSheetOpen(true) }),
    [stores, api],
  );
  useCommands(commands, api);
  useFreshPlace(stores, address.place, isOpen);
  useFlushOnLeave(stores);
  useEffect(focusComposer, []);
  return (
    <Frame
      place={address.place}
      banner={silence && <SilenceBanner words={silence} onRetry={() => void check()} />}
      onShowShortcuts={() => setSheetOpen(true)}
    >
      <ErrorBoundary onError={() => void flushStores(stores)}>
        <Pages address={address} stores={stores} api={api} />
      </ErrorBoundary>
      <ShortcutSheet
        commands={commands}
        isDesktop={api.isDesktop}
        isOpen={isSheetOpen}
        onClose={() => setSheetOpen(false)}
      />
    </Frame>
  );
}

function Notices({ stores }: { stores: Stores }) {
  const notices = useStore(stores.notices, (state) => state.notices);
  const dismiss = useStore(stores.notices, (state) => state.dismiss);
  return <NoticeList notices={notices} onDismiss={dismiss} />;
}
