import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Api } from '../api/api.ts';
import type { JournalStatus } from '../../shared/domain/journal.ts';
import { focusComposer } from '../features/journal/Composer.tsx';
import { NoticeList } from '../ui/NoticeList.tsx';
import { useAddress } from './address.ts';
import { BeforeJournal } from './BeforeJournal.tsx';
import { createCommands, paletteWays } from './commands.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { Pages } from './Pages.tsx';
import { Banners } from './Banners.tsx';
import { flushStores, type Stores } from './stores.ts';
import { useCommands } from './use-commands.ts';
import { useHabit, usePurge } from './use-habit.ts';
import { saveTyping, useFlushOnLeave, useFreshPlace, useHoldOpen } from './use-journal-life.ts';

const ShortcutSheet = lazy(async () => ({ default: (await import('./ShortcutSheet.tsx')).ShortcutSheet }));
const loadPalette = () => import('./Palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

/** Milliseconds after which the palette is fetched, so that no key is lost between Mod+K and its line. */
const PALETTE_SOON = 1_500;

/** The whole app: the frame with its pages, or the screen that says why there is no journal. */
export function App({ api, stores }: { api: Api; stores: Stores }) {
  const status = useStore(stores.status, (state) => state.status);
  const check = useStore(stores.status, (state) => state.check);
  useEffect(() => void check(), [check]);
  // Also where the journal was found damaged: what was typed until then is still here.
  useHoldOpen(stores);
  return (
    <>
      {status === null || status.state === 'open' ? (
        <OpenApp api={api} stores={stores} status={status} />
      ) : (
        <BeforeJournal status={status} store={stores.firstRun} damage={stores.damage} onCheck={() => void check()} />
      )}
      <Notices stores={stores} />
    </>
  );
}

type OpenStatus = Extract<JournalStatus, { state: 'open' }>;

interface OpenAppProps {
  api: Api;
  stores: Stores;
  /** Null until the journal has answered once. */
  status: OpenStatus | null;
}

/** The frame. It stands before the journal has answered, so that nothing flashes and typing can begin. */
function OpenApp({ api, stores, status }: OpenAppProps) {
  const isOpen = status !== null;
  const address = useAddress();
  const silence = useStore(stores.status, (state) => state.silence);
  const check = useStore(stores.status, (state) => state.check);
  const [opened, setOpened] = useState<'shortcuts' | 'palette' | null>(null);
  const close = () => setOpened(null);
  const commands = useMemo(() => {
    const showShortcuts = () => setOpened('shortcuts');
    return createCommands({ stores, api, showShortcuts, openPalette: () => setOpened('palette') });
  }, [stores, api]);
  const ways = useMemo(() => paletteWays(stores), [stores]);
  const onSaveTyping = useCallback(() => void saveTyping(stores, api), [stores, api]);
  useCommands(commands, api, onSaveTyping);
  useFreshPlace(stores, address.place, isOpen);
  useFlushOnLeave(stores);
  useHabit(stores, isOpen);
  usePurge(api.request, isOpen);
  useEffect(focusComposer, []);
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), PALETTE_SOON);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Frame
      place={address.place}
      banner={<Banners silence={silence} status={status} onRetry={() => void check()} />}
      onShowShortcuts={() => setOpened('shortcuts')}
    >
      <ErrorBoundary onError={() => void flushStores(stores)}>
        <Pages address={address} stores={stores} api={api} readOnly={status?.readOnly ?? null} />
      </ErrorBoundary>
      <Suspense>
        {opened === 'shortcuts' && (
          <ShortcutSheet commands={commands} isDesktop={api.isDesktop} isOpen onClose={close} />
        )}
        {opened === 'palette' && (
          <Palette commands={commands} isDesktop={api.isDesktop} request={api.request} ways={ways} onClose={close} />
        )}
      </Suspense>
    </Frame>
  );
}

function Notices({ stores }: { stores: Stores }) {
  const notices = useStore(stores.notices, (state) => state.notices);
  const dismiss = useStore(stores.notices, (state) => state.dismiss);
  return <NoticeList notices={notices} onDismiss={dismiss} />;
}
