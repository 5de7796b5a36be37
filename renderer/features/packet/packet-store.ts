import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../../shared/contract/client.ts';
import { instantToDay, type Day } from '../../../shared/domain/day.ts';
import type { PacketExport, SavedPacket } from '../../../shared/domain/packet.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { presetToPeriod } from '../../../shared/domain/period-preset.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import { errorToText } from '../../api/error-text.ts';
import { createSaveSoon } from '../../api/save-soon.ts';
import type { Notify } from '../../ui/notice.ts';

export interface PacketState {
  packet: SavedPacket;
  profile: Profile;
  people: readonly Person[];
  /** What would be exported now; the one before stays while a new one is made. */
  preview: PacketExport | null;
  today: Day;
  isLoaded: boolean;
  /** Why there is no preview of what is chosen. */
  problem: string | null;
  /** Why what was chosen is not kept. */
  saveProblem: string | null;
  /** Reads everything the page shows; what is being typed stays. */
  refresh: () => Promise<void>;
  change: (part: Partial<SavedPacket>) => void;
  changeProfile: (part: Partial<Profile>) => void;
  savePerson: (person: Person) => Promise<void>;
  /** Encrypted where there is a passphrase; whether it was saved. */
  saveAsFile: (passphrase?: string) => Promise<boolean>;
  /** Whether a passphrase can be given: in a browser the command does that. */
  canEncrypt: boolean;
  copy: () => Promise<void>;
  /** Saves what waits, before the page goes away. */
  flush: () => Promise<void>;
}

export type PacketStore = StoreApi<PacketState>;

interface Deps {
  request: Request;
  notify: Notify;
  saveText: (suggestedName: string, text: string, passphrase?: string) => Promise<string | null>;
  canEncrypt: boolean;
  copyText: (text: string) => Promise<void>;
}

type Set = (part: Partial<PacketState>) => void;
type Get = () => PacketState;

/** The state of the packet's page. */
export function createPacketStore(deps: Deps): PacketStore {
  return createStore<PacketState>((set, get) => ({
    packet: {
      audience: 'manager',
      preset: 'last-12-months',
      dates: {},
      theCase: '',
      citations: {},
      includesWording: false,
    },
    profile: { name: '', currentTitle: '', targetTitle: '', employer: '' },
    people: [],
    preview: null,
    today: instantToDay(new Date()),
    isLoaded: false,
    problem: null,
    saveProblem: null,
    canEncrypt: deps.canEncrypt,
    ...working(set, get, deps),
    ...exporting(get, deps),
  }));
}

/** The days a packet is about. */
export function packetToPeriod({ preset, dates }: SavedPacket, today: Day): Period {
  return preset === 'dates' ? dates : presetToPeriod(preset, today);
}

function working(set: Set, get: Get, { request, notify }: Deps) {
  const showResult = (error: unknown) => set({ saveProblem: error === null ? null : errorToText(error) });
  const keep = (packet: SavedPacket) => {
    set({ packet });
    packetSoon.schedule(packet);
  };
  const preview = keepNewest(() => readPreview(set, get, request, keep));
  const packetSoon = createSaveSoon<SavedPacket>(
    async (packet) => void (await request('packet.save', packet)),
    showResult,
  );
  const profileSoon = createSaveSoon<Profile>(async (profile) => {
    await request('profile.save', profile);
    await preview();
  }, showResult);

  return {
    async refresh() {
      try {
        const read = await readAll(request);
        // What is being typed is newer than what was read.
        if (packetSoon.isWaiting()) read.packet = get().packet;
        if (profileSoon.isWaiting()) read.profile = get().profile;
        set({ ...read, isLoaded: true });
        await preview();
      } catch (error) {
        set({ problem: errorToText(error) });
      }
    },
    change(part: Partial<SavedPacket>) {
      keep({ ...get().packet, ...part });
      void preview();
    },
    changeProfile(part: Partial<Profile>) {
      set({ profile: { ...get().profile, ...part } });
      profileSoon.schedule(get().profile);
    },
    async savePerson(person: Person) {
      try {
        await request('people.save', person);
        set({ people: await request('people.list', {}) });
        await preview();
      } catch (error) {
        notify({ text: errorToText(error), tone: 'problem' });
      }
    },
    async flush() {
      await Promise.all([packetSoon.flush(), profileSoon.flush()]);
    },
  };
}

async function readAll(request: Request) {
  const [packet, profile, people, status] = await Promise.all([
    request('packet.get', {}),
    request('profile.get', {}),
    request('people.list', {}),
    request('journal.status', {}),
  ]);
  return { packet, profile, people, ...(status.state === 'open' ? { today: status.today } : {}) };
}

async function readPreview(set: Set, get: Get, request: Request, keep: (packet: SavedPacket) => void): Promise<void> {
  const { packet, today } = get();
  const { audience, theCase, citations, includesWording } = packet;
  try {
    const period = packetToPeriod(packet, today);
    const preview = await request('packet.export', { audience, theCase, citations, includesWording, period });
    set({ preview, problem: null });
    // The case is shown in the numbering of the packet beside it, unless more was typed meanwhile.
    const isCited = preview.theCase !== theCase || !isSame(preview.citations, citations);
    if (isCited && get().packet.theCase === theCase) {
      keep({ ...get().packet, theCase: preview.theCase, citations: preview.citations });
    }
  } catch (error) {
    set({ preview: null, problem: errorToText(error) });
  }
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const labels = Object.keys(one);
  return labels.length === Object.keys(other).length && labels.every((label) => one[label] === other[label]);
}

/** Runs the work, and once more when it was asked for meanwhile: never two at a time, and the last one sees the newest. */
function keepNewest(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  const run = async () => {
    do {
      isAskedAgain = false;
      await work();
    } while (isAskedAgain);
  };
  return () => {
    if (running) isAskedAgain = true;
    running ??= run().finally(() => (running = null));
    return running;
  };
}

function exporting(get: Get, { notify, saveText, copyText }: Deps) {
  return {
    async saveAsFile(passphrase?: string) {
      const { preview } = get();
      if (!preview) return false;
      try {
        const fileName = await saveText(preview.fileName, preview.markdown, passphrase);
        if (fileName) notify({ text: `Saved as ${fileName}.` });
        return fileName !== null;
      } catch (error) {
        notify({ text: errorToText(error), tone: 'problem' });
        return false;
      }
    },
    async copy() {
      const { preview } = get();
      if (!preview) return;
      try {
        await copyText(preview.markdown);
        notify({ text: 'Copied as Markdown.' });
      } catch (error) {
        notify({ text: errorToText(error), tone: 'problem' });
      }
    },
  };
}
