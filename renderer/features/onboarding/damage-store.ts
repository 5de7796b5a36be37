import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../../shared/contract/client.ts';
import type { Salvage } from '../../../shared/domain/journal.ts';
import { errorToText } from '../../api/error-text.ts';

export interface DamageState {
  /** What saving the readable part would bring back; null until it is known. */
  preview: Salvage | null;
  isBusy: boolean;
  problem: string | null;
  /** What was done, in words; null until something was. */
  done: string | null;
  /** Asks what can be read. */
  look: () => Promise<void>;
  /** Makes a new journal of what can be read. */
  salvage: () => Promise<void>;
  /** Puts a backup in the journal's place. */
  restore: (name: string) => Promise<void>;
  /** Forgets what was done, once it was read. */
  reset: () => void;
}

export type DamageStore = StoreApi<DamageState>;

/** The ways out of a damaged journal. */
export function createDamageStore({ request }: { request: Request }): DamageStore {
  return createStore<DamageState>((set) => {
    const attempt = async (work: () => Promise<Partial<DamageState>>) => {
      set({ isBusy: true, problem: null });
      try {
        set(await work());
      } catch (error) {
        set({ problem: errorToText(error) });
      } finally {
        set({ isBusy: false });
      }
    };
    return {
      preview: null,
      isBusy: false,
      problem: null,
      done: null,
      look: () => attempt(async () => ({ preview: await request('journal.salvage', { isPreview: true }) })),
      salvage: () =>
        attempt(async () => {
          const salvage = await request('journal.salvage', { isPreview: false });
          return { done: `${salvageToText(salvage)} The damaged file is kept: ${salvage.kept}` };
        }),
      restore: (name) =>
        attempt(async () => {
          const { replaced } = await request('backups.restore', { name });
          return { done: `The backup is in place. The damaged file is kept: ${replaced}` };
        }),
      reset: () => set({ preview: null, problem: null, done: null }),
    };
  });
}

/** What a rescue brings back, in a sentence or two. */
export function salvageToText({ recovered, of, isAtLeast, fromBackup, older }: Salvage): string {
  const more =
    fromBackup && fromBackup.entries > 0
      ? ` ${fromBackup.entries} more ${fromBackup.entries === 1 ? 'comes' : 'come'} from the backup of ${fromBackup.madeAt.slice(0, 10)}.`
      : '';
  const earlier = older > 0 ? ` ${older} of them in an earlier version.` : '';
  return `${recovered} of ${isAtLeast ? 'at least ' : ''}${of} entries can be read from the file.${more}${earlier}`;
}
