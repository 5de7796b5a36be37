import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Notify } from '../ui/notice.ts';
import type { ShownNotice } from '../ui/NoticeList.tsx';

/** Milliseconds a notice stays; one with a way back stays longer, a problem until it is dismissed. */
const STAY = 5_000;
const STAY_WITH_ACTION = 10_000;
const MOST = 3;

export interface NoticesState {
  notices: readonly ShownNotice[];
  notify: Notify;
  dismiss: (id: number) => void;
}

export type NoticesStore = StoreApi<NoticesState>;

/** The notices on the screen. */
export function createNoticesStore(): NoticesStore {
  let lastId = 0;
  return createStore<NoticesState>((set, get) => ({
    notices: [],
    notify(notice) {
      const id = ++lastId;
      set({ notices: [...get().notices, { ...notice, id }].slice(-MOST) });
      if (notice.tone === 'problem') return;
      setTimeout(() => get().dismiss(id), notice.action ? STAY_WITH_ACTION : STAY);
    },
    dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  }));
}
