import { useEffect } from 'react';
import type { Api } from '../api/api.ts';
import { errorToText } from '../api/error-text.ts';
import type { Place } from './address.ts';
import { flushStores, refreshPlace, type Stores } from './stores.ts';
import { findUnsaved, unsavedToText } from './unsaved.ts';

/** Milliseconds between two looks at whether another program wrote to the journal. */
const LOOK_AGAIN = 2_000;

/** Reads a page when one comes to it, and again whenever the journal changed, for instance by the command line. */
export function useFreshPlace(stores: Stores, place: Place, isOpen: boolean): void {
  useEffect(() => {
    if (isOpen) void refreshPlace(stores, place);
  }, [stores, place, isOpen]);

  useEffect(() => {
    const look = async () => {
      if (document.visibilityState === 'hidden') return;
      const { status, hasChanged, check } = stores.status.getState();
      if (status?.state !== 'open' || !(await hasChanged())) return;
      await Promise.all([check(), refreshPlace(stores, place)]);
    };
    const timer = setInterval(() => void look(), LOOK_AGAIN);
    const onLook = () => void look();
    window.addEventListener('focus', onLook);
    document.addEventListener('visibilitychange', onLook);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', onLook);
      document.removeEventListener('visibilitychange', onLook);
    };
  }, [stores, place]);
}

/** Saves typing that waits when the page is hidden or goes away. */
export function useFlushOnLeave(stores: Stores): void {
  useEffect(() => {
    const flush = () => void flushStores(stores);
    const onHide = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [stores]);
}

/** Holds the page open while typing is on it that the journal did not take: the window, or the browser, asks first. */
export function useHoldOpen(stores: Stores): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (Object.keys(findUnsaved(stores)).length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [stores]);
}

/** Saves the typing that the journal did not take as a text file of the user's choice. */
export async function saveTyping(stores: Stores, { saveText }: Pick<Api, 'saveText'>): Promise<void> {
  const { notify } = stores.notices.getState();
  try {
    const name = await saveText('rung-unsaved-typing.txt', unsavedToText(findUnsaved(stores)));
    if (name !== null) notify({ text: `Saved as ${name}. It stays here too, and is not in the journal yet.` });
  } catch (error) {
    notify({ text: errorToText(error), tone: 'problem' });
  }
}
