import type { Request } from '../../../shared/contract/client.ts';
import type { Revision } from '../../../shared/domain/entry.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Slice } from './journal-store.ts';

export interface HistorySlice {
  /** The version looked at in the open entry's history; null while the history is closed. */
  versionAt: number | null;
  openHistory: () => void;
  closeHistory: () => void;
  lookAt: (number: number) => void;
  /** Saves that version's text as the newest one; Undo does the same with the one that was current. */
  bringBack: (version: Revision) => Promise<void>;
}

/** Looking at the saved versions of the open entry, and bringing one back. */
export const createHistory: Slice<HistorySlice> = (set, get, { request, notify }) => {
  const saveAgain = async (id: string, { content }: Revision) => {
    const { revision } = await request('entries.get', { id });
    const saved = await request('entries.update', { id, baseRevision: revision, content });
    await Promise.all([get().reload(), get().reopen()]);
    if (get().opened?.id === id && get().versionAt !== null) set({ versionAt: saved.revision });
  };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
    }
  };

  return {
    versionAt: null,
    openHistory() {
      const versions = get().opened?.versions;
      if (versions) set({ versionAt: (versions.find(({ isCurrent }) => isCurrent) ?? versions[0])?.number ?? null });
    },
    closeHistory: () => set({ versionAt: null }),
    lookAt: (versionAt) => set({ versionAt }),
    async bringBack(version) {
      const { id, entry } = get().opened ?? {};
      if (!id || entry?.trashedAt) return;
      await attempt(async () => {
        const current = await readCurrent(request, id);
        await saveAgain(id, version);
        const undo = () => void attempt(() => (current ? saveAgain(id, current) : Promise.resolve()));
        notify({ text: `Version ${version.number} is back, as the newest one.`, action: { verb: 'Undo', run: undo } });
      });
    },
  };
};

async function readCurrent(request: Request, id: string): Promise<Revision | undefined> {
  return (await request('entries.history', { id })).find(({ isCurrent }) => isCurrent);
}
