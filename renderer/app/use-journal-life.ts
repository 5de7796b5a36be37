import { useEffect } from 'react';
import type { Place } from './address.ts';
import { flushStores, refreshPlace, type Stores } from './stores.ts';

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
