import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../../shared/contract/client.ts';
import type { DesktopState, Preferences } from '../../../shared/contract/desktop-contract.ts';
import type { CheckIn } from '../../../shared/domain/check-in.ts';
import type { JournalCheck, JournalStatus } from '../../../shared/domain/journal.ts';
import type { Reminder } from '../../../shared/domain/reminder.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { DesktopAbilities } from '../../api/api.ts';
import { errorToText } from '../../api/error-text.ts';

/** Milliseconds the word "Saved" stays. */
const CONFIRMED = 2_500;

/** What has settings of its own. */
export type Section = 'reminder' | 'capture' | 'journal';

export interface SettingsState {
  reminder: Reminder | null;
  /** Null in a browser, and until it is read. */
  desktopState: DesktopState | null;
  status: JournalStatus | null;
  rubric: Rubric | null;
  checkIns: readonly CheckIn[];
  /** What the last look at the whole file found. */
  checks: readonly JournalCheck[] | null;
  isChecking: boolean;
  /** Where something was saved just now. */
  savedIn: Section | null;
  problems: Readonly<Partial<Record<Section, string>>>;
  refresh: () => Promise<void>;
  changeReminder: (part: Partial<Reminder>) => Promise<void>;
  changePreferences: (part: Partial<Preferences>) => Promise<void>;
  check: () => Promise<void>;
  repair: () => Promise<void>;
}

export type SettingsStore = StoreApi<SettingsState>;

interface Deps {
  request: Request;
  desktop: DesktopAbilities | null;
}

type Set = (part: Partial<SettingsState>) => void;
type Get = () => SettingsState;
type Attempt = (section: Section, act: () => Promise<Partial<SettingsState>>) => Promise<boolean>;

/** The state of the settings' page. Every change is saved at once. */
export function createSettingsStore(deps: Deps): SettingsStore {
  return createStore<SettingsState>((set, get) => {
    const attempt = attemptIn(set, get);
    return {
      reminder: null,
      desktopState: null,
      status: null,
      rubric: null,
      checkIns: [],
      checks: null,
      isChecking: false,
      savedIn: null,
      problems: {},
      refresh: async () => void (await attempt('journal', () => readAll(deps))),
      ...changing(deps, { set, get, attempt }),
      ...checking(deps, { set, attempt }),
    };
  });
}

async function readAll({ request, desktop }: Deps): Promise<Partial<SettingsState>> {
  const [reminder, status, rubric, checkIns, desktopState] = await Promise.all([
    request('reminder.get', {}),
    request('journal.status', {}),
    request('rubric.get', {}),
    request('signals.history', {}),
    desktop?.readState() ?? null,
  ]);
  return { reminder, status, rubric, checkIns, desktopState };
}

/** Does something for a section and says there, in words, when it failed. */
function attemptIn(set: Set, get: Get): Attempt {
  return async (section, act) => {
    try {
      const part = await act();
      const { [section]: _gone, ...problems } = get().problems;
      set({ ...part, problems });
      return true;
    } catch (error) {
      set({ problems: { ...get().problems, [section]: errorToText(error) } });
      return false;
    }
  };
}

function changing({ request, desktop }: Deps, { set, get, attempt }: { set: Set; get: Get; attempt: Attempt }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const confirm = (section: Section) => {
    clearTimeout(timer);
    set({ savedIn: section });
    timer = setTimeout(() => set({ savedIn: null }), CONFIRMED);
  };
  return {
    async changeReminder(part: Partial<Reminder>) {
      const before = get().reminder;
      if (!before) return;
      const next = { ...before, ...part };
      // Seen at once; a refusal brings back what is kept.
      set({ reminder: next });
      if (await attempt('reminder', async () => ({ reminder: await request('reminder.save', next) }))) {
        return confirm('reminder');
      }
      set({ reminder: before });
    },
    async changePreferences(part: Partial<Preferences>) {
      const before = get().desktopState;
      if (!before || !desktop) return;
      const next = { ...before.preferences, ...part };
      const isSaved = await attempt('capture', async () => ({ desktopState: await desktop.savePreferences(next) }));
      if (isSaved) confirm('capture');
    },
  };
}

function checking({ request }: Deps, { set, attempt }: { set: Set; attempt: Attempt }) {
  const look = async (read: () => Promise<JournalCheck[]>) => {
    set({ isChecking: true });
    await attempt('journal', async () => ({ checks: await read() }));
    set({ isChecking: false });
  };
  return {
    check: () => look(() => request('journal.check', {})),
    repair: () => look(() => request('journal.repair', {})),
  };
}
