import { errorToText } from '../../api/error-text.ts';
import { countToText } from './bulk-acts.ts';
import type { Slice } from './journal-store.ts';

/** What is about to be deleted for good. */
export interface Purging {
  ids: readonly string[];
  /** The title, where it is one entry. */
  title: string | null;
  /** How many backups were made before. */
  backups: number;
  isUnderWay: boolean;
  problem: string | null;
}

export interface Purge {
  purging: Purging | null;
  /** Asks whether these entries of the trash go for good. */
  askToPurge: (ids: readonly string[]) => Promise<void>;
  cancelPurge: () => void;
  /** Does what was asked. */
  purge: () => Promise<void>;
}

/** The one thing without Undo: asked once, with all that goes. */
export const createPurge: Slice<Purge> = (set, get, { request, notify }) => ({
  purging: null,
  async askToPurge(ids) {
    const title = ids.length === 1 ? (get().entries.find(({ id }) => id === ids[0])?.title ?? null) : null;
    try {
      const backups = (await request('backups.list', {})).length;
      set({ purging: { ids, title, backups, isUnderWay: false, problem: null } });
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
    }
  },
  cancelPurge() {
    if (!get().purging?.isUnderWay) set({ purging: null });
  },
  async purge() {
    const { purging } = get();
    if (!purging || purging.isUnderWay) return;
    set({ purging: { ...purging, isUnderWay: true, problem: null } });
    try {
      if (purging.ids.includes(get().opened?.id ?? '')) await get().open(null);
      const { purged, isWiped } = await request('entries.purge', { ids: [...purging.ids] });
      set({ purging: null });
      const rest = isWiped
        ? ''
        : ' Its bytes leave the file with the next deletion: another program is reading it now.';
      notify({ text: `${countToText(purged)} deleted for good.${rest}` });
      await get().reload();
    } catch (error) {
      set({ purging: { ...purging, isUnderWay: false, problem: errorToText(error) } });
    }
  },
});
