import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../../shared/contract/client.ts';
import { errorToText } from '../../api/error-text.ts';

export interface FirstRunState {
  isStarting: boolean;
  problem: string | null;
  /** The entry made of the first line, once it is saved. */
  firstId: string | null;
  /** Creates the journal and saves the first line, if one was written. Whether both succeeded. */
  start: (title: string) => Promise<boolean>;
  /** Creates a new journal where one was before. */
  startAnew: () => Promise<boolean>;
  /** Opens a refused journal for reading only. */
  view: () => Promise<boolean>;
}

export type FirstRunStore = StoreApi<FirstRunState>;

/** The state of the screens before there is a journal. */
export function createFirstRunStore({ request }: { request: Request }): FirstRunStore {
  return createStore<FirstRunState>((set) => {
    const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
      set({ isStarting: true, problem: null });
      try {
        await work();
        return true;
      } catch (error) {
        set({ problem: errorToText(error) });
        return false;
      } finally {
        set({ isStarting: false });
      }
    };
    return {
      isStarting: false,
      problem: null,
      firstId: null,
      start: (title) =>
        attempt(async () => {
          // After a first line that was refused, the journal is there already.
          const status = await request('journal.status', {});
          if (status.state !== 'open') await request('journal.create', {});
          if (!title.trim()) return;
          const { id } = await request('entries.create', { kind: 'win', title });
          set({ firstId: id });
        }),
      startAnew: () => attempt(() => request('journal.create', { evenIfOneWasHere: true })),
      view: () => attempt(() => request('journal.view', {})),
    };
  });
}
