import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../shared/contract/client.ts';
import type { JournalStatus } from '../../shared/domain/journal.ts';
import { errorToText } from '../api/error-text.ts';

export interface StatusState {
  /** Null until the journal has answered once. */
  status: JournalStatus | null;
  /** Why the journal does not answer at the moment; null while it does. */
  silence: string | null;
  /** Changes whenever anything in the journal does, whoever wrote it. */
  version: string | null;
  /** Asks what state the journal is in. */
  check: () => Promise<void>;
  /** Asks whether the journal changed since the last time; true when it did. */
  hasChanged: () => Promise<boolean>;
}

export type StatusStore = StoreApi<StatusState>;

/** Whether there is a journal, whether it answers, and whether it changed. */
export function createStatusStore({ request }: { request: Request }): StatusStore {
  return createStore<StatusState>((set, get) => ({
    status: null,
    silence: null,
    version: null,
    async check() {
      try {
        const status = await request('journal.status', {});
        set({ silence: null });
        // The version comes before anything is read, so that no change after the reading is missed.
        if (status.state === 'open') await get().hasChanged();
        set({ status });
      } catch (error) {
        set({ silence: errorToText(error) });
      }
    },
    async hasChanged() {
      try {
        const before = get();
        const { version } = await request('journal.version', {});
        set({ version, silence: null });
        return before.silence !== null || (before.version !== null && before.version !== version);
      } catch (error) {
        set({ silence: errorToText(error) });
        return false;
      }
    },
  }));
}
