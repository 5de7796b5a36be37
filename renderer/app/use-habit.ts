import { useEffect } from 'react';
import type { Request } from '../../shared/contract/client.ts';
import type { Stores } from './stores.ts';

const MINUTE = 60_000;

/** Looks each minute what the habit asks for; and when the journal changed, whether it still does. */
export function useHabit({ habit, status }: Stores, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const look = () => void habit.getState().refresh();
    look();
    const timer = setInterval(look, MINUTE);
    const stop = status.subscribe((now, before) => {
      if (now.version !== before.version) look();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [habit, status, isOpen]);
}

/** Lets go, once, of what has been in the trash for 30 days. A failure is no news: the next start tries again. */
export function usePurge(request: Request, isOpen: boolean): void {
  useEffect(() => {
    if (isOpen) request('trash.purge', {}).catch(() => {});
  }, [request, isOpen]);
}
