import type { Request } from '../../shared/contract/client.ts';
import { RungError } from '../../shared/contract/errors.ts';
import type { Api } from '../api/api.ts';
import { createCriteriaStore, type CriteriaStore } from '../features/criteria/criteria-store.ts';
import { createJournalStore, type JournalStore } from '../features/journal/journal-store.ts';
import { createHabitStore, type HabitStore } from '../features/habit/habit-store.ts';
import { createDamageStore, type DamageStore } from '../features/onboarding/damage-store.ts';
import { createFirstRunStore, type FirstRunStore } from '../features/onboarding/first-run-store.ts';
import { createPacketStore, type PacketStore } from '../features/packet/packet-store.ts';
import { createReviewStore, type ReviewStore } from '../features/review/review-store.ts';
import { createBackupsStore, type BackupsStore } from '../features/settings/backups-store.ts';
import { createSettingsStore, type SettingsStore } from '../features/settings/settings-store.ts';
import type { Place } from './address.ts';
import { createNoticesStore, type NoticesStore } from './notices-store.ts';
import { createStatusStore, type StatusStore } from './status-store.ts';

/** The app's state. It lives outside React, so that a page that cannot be drawn loses nothing. */
export interface Stores {
  status: StatusStore;
  notices: NoticesStore;
  firstRun: FirstRunStore;
  damage: DamageStore;
  journal: JournalStore;
  criteria: CriteriaStore;
  review: ReviewStore;
  packet: PacketStore;
  settings: SettingsStore;
  backups: BackupsStore;
  habit: HabitStore;
}

/** Makes every store on one way to the journal. */
export function createStores(api: Api): Stores {
  const notices = createNoticesStore();
  const { notify } = notices.getState();
  const { saveText, copyText, desktop } = api;
  const status = createStatusStore({ request: api.request });
  const request = watchRefusals(api.request, () => void status.getState().check());
  return {
    notices,
    status,
    firstRun: createFirstRunStore({ request }),
    damage: createDamageStore({ request }),
    journal: createJournalStore({ request, notify }),
    criteria: createCriteriaStore({ request, notify }),
    review: createReviewStore({ request, notify }),
    packet: createPacketStore({ request, notify, saveText, copyText, canEncrypt: desktop !== null }),
    settings: createSettingsStore({ request, desktop }),
    backups: createBackupsStore({ request, desktop }),
    habit: createHabitStore({ request, notify }),
  };
}

/** A refusal by the disk may mean that the journal is damaged or can only be read now: then the window shows that at once. */
function watchRefusals(request: Request, onStorage: () => void): Request {
  return async (method, input) => {
    try {
      return await request(method, input);
    } catch (error) {
      if (error instanceof RungError && error.code === 'storage') onStorage();
      throw error;
    }
  };
}

/** Reads again what the page at this place shows. */
export function refreshPlace(stores: Stores, place: Place): Promise<void> {
  return stores[place].getState().refresh();
}

/** Saves all typing that waits. */
export async function flushStores({ journal, packet }: Stores): Promise<void> {
  await Promise.all([journal.getState().flushComposer(), journal.getState().flushEdit(), packet.getState().flush()]);
}
