import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../../shared/contract/client.ts';
import type { BackupPreview, ListedBackup, SecondPlace } from '../../../shared/domain/backup.ts';
import type { DesktopAbilities } from '../../api/api.ts';
import { errorToText } from '../../api/error-text.ts';

export interface BackupsState {
  backups: readonly ListedBackup[];
  place: SecondPlace | null;
  /** What is being done, in words; null when nothing is. */
  work: string | null;
  /** What was done last. */
  done: string | null;
  problem: string | null;
  /** What the chosen backup would change. */
  preview: BackupPreview | null;
  /** Where what a restore replaced is kept; null until one is done. */
  replaced: string | null;
  refresh: () => Promise<void>;
  make: () => Promise<void>;
  choose: (name: string) => Promise<void>;
  /** Leaves the chosen backup alone. */
  close: () => void;
  restore: () => Promise<void>;
  saveEncrypted: (passphrase: string) => Promise<boolean>;
  openFile: (passphrase: string) => Promise<boolean>;
  choosePlace: () => Promise<void>;
  leavePlace: () => Promise<void>;
}

export type BackupsStore = StoreApi<BackupsState>;

interface Deps {
  request: Request;
  desktop: DesktopAbilities | null;
}

type Set = (part: Partial<BackupsState>) => void;
type Work = (words: string, act: () => Promise<Partial<BackupsState>>) => Promise<boolean>;

/** The copies of the journal, and what is being done with them: one thing at a time. */
export function createBackupsStore(deps: Deps): BackupsStore {
  const { request } = deps;
  return createStore<BackupsState>((set, get) => {
    const work: Work = async (words, act) => {
      if (get().work !== null) return false;
      set({ work: words, done: null, problem: null });
      try {
        set({ ...(await act()), work: null });
        return true;
      } catch (error) {
        set({ problem: errorToText(error), work: null });
        return false;
      }
    };
    return {
      backups: [],
      place: null,
      work: null,
      done: null,
      problem: null,
      preview: null,
      replaced: null,
      refresh: () => readInto(set, request),
      ...restoring(request, { set, get, work }),
      ...keeping(deps, work),
    };
  });
}

async function readInto(set: Set, request: Request): Promise<void> {
  try {
    set(await readAll(request));
  } catch (error) {
    set({ problem: errorToText(error) });
  }
}

async function readAll(request: Request): Promise<Partial<BackupsState>> {
  const [backups, { place }] = await Promise.all([request('backups.list', {}), request('backups.place', {})]);
  return { backups, place };
}

function restoring(request: Request, { set, get, work }: { set: Set; get: () => BackupsState; work: Work }) {
  return {
    async choose(name: string) {
      await work('Reading the backup…', async () => ({ preview: await request('backups.preview', { name }) }));
    },
    close: () => set({ preview: null, problem: null }),
    async restore() {
      const { preview } = get();
      if (!preview) return;
      await work('Restoring…', () => request('backups.restore', { name: preview.backup.name }));
    },
  };
}

function keeping({ request, desktop }: Deps, work: Work) {
  const readWith = async (part: Partial<BackupsState>) => ({ ...(await readAll(request)), ...part });
  return {
    async make() {
      await work('Copying and checking…', async () => {
        const { entries } = await request('backups.make', {});
        return readWith({
          done: `A backup of ${entries} ${entries === 1 ? 'entry' : 'entries'} was made and checked.`,
        });
      });
    },
    saveEncrypted: (passphrase: string) =>
      work('Copying, checking and encrypting…', async () => {
        const fileName = (await desktop?.saveEncryptedBackup(passphrase)) ?? null;
        return readWith({ done: fileName && `Saved as ${fileName}.` });
      }),
    openFile: (passphrase: string) =>
      work('Reading and checking the file…', async () => {
        const name = (await desktop?.openBackupFile(passphrase)) ?? null;
        return readWith(name === null ? {} : { preview: await request('backups.preview', { name }) });
      }),
    async choosePlace() {
      await work('Copying to the second place…', async () => {
        if (await desktop?.chooseBackupPlace()) await request('backups.catchUp', {});
        return readAll(request);
      });
    },
    async leavePlace() {
      await work('', async () => {
        await desktop?.leaveBackupPlace();
        return readAll(request);
      });
    },
  };
}
