import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../../shared/contract/client.ts';
import type { Coverage } from '../../../shared/domain/coverage.ts';
import type { CriterionMark } from '../../../shared/domain/criterion-mark.ts';
import { instantToDay, type Day } from '../../../shared/domain/day.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Notify } from '../../ui/notice.ts';

/** Entries read at once behind a criterion, the most read again at once, and entries found at once in the picker. */
const PAGE = 20;
const LARGEST_PAGE = 500;
const PICKER_PAGE = 30;

/** A criterion beside the page, with the entries behind it, newest first. */
export interface OpenedCriterion {
  id: string;
  entries: readonly Entry[];
  nextBefore: number | null;
  isLoaded: boolean;
}

/** Entries to choose from as evidence: what a query finds, newest first. */
export interface Picker {
  query: string;
  /** Null until the first answer. */
  entries: readonly Entry[] | null;
  hasMore: boolean;
}

export interface CriteriaState {
  rubric: Rubric | null;
  coverage: Coverage | null;
  /** Entries with suggestions that nobody has decided about. */
  toReview: number;
  today: Day;
  problem: string | null;
  opened: OpenedCriterion | null;
  picker: Picker | null;
  /** Reads the coverage and the open criterion, for the first time or again. */
  refresh: () => Promise<void>;
  open: (criterionId: string | null) => Promise<void>;
  loadMore: () => Promise<void>;
  openPicker: () => Promise<void>;
  /** Looks for entries anywhere in the journal; an older question's answer is let go. */
  search: (query: string) => Promise<void>;
  closePicker: () => void;
  /** Says that a criterion is left out, or that there is no opportunity for it. */
  mark: (criterionId: string, mark: Pick<CriterionMark, 'isOff' | 'noOpportunitySince'>) => Promise<void>;
  map: (entryId: string, strong: boolean) => Promise<void>;
  /** Takes the evidence away; Undo puts it back. */
  unmap: (entryId: string, wasStrong: boolean) => Promise<void>;
}

export type CriteriaStore = StoreApi<CriteriaState>;

interface Deps {
  request: Request;
  notify: Notify;
}

type Set = (part: Partial<CriteriaState>) => void;
type Get = () => CriteriaState;

/** The state of the criteria's page. */
export function createCriteriaStore(deps: Deps): CriteriaStore {
  return createStore<CriteriaState>((set, get) => ({
    rubric: null,
    coverage: null,
    toReview: 0,
    today: instantToDay(new Date()),
    problem: null,
    ...reading(set, get, deps),
    ...mapping(set, get, deps),
  }));
}

function reading(set: Set, get: Get, { request }: Deps) {
  const readEntries = async (id: string, count: number) => {
    const page = await request('entries.list', { criterionId: id, limit: Math.min(LARGEST_PAGE, count) });
    if (get().opened?.id === id) set({ opened: { id, ...page, isLoaded: true } });
  };
  return {
    opened: null,
    async refresh() {
      try {
        const [rubric, coverage, status, { entries: toReview }] = await Promise.all([
          request('rubric.get', {}),
          request('coverage.get', {}),
          request('journal.status', {}),
          request('review.count', {}),
        ]);
        set({ rubric, coverage, toReview, problem: null, ...(status.state === 'open' ? { today: status.today } : {}) });
        const { opened } = get();
        if (opened) await readEntries(opened.id, Math.max(PAGE, opened.entries.length));
      } catch (error) {
        set({ problem: errorToText(error) });
      }
    },
    async open(id: string | null) {
      if (id === (get().opened?.id ?? null)) return;
      set({ opened: id === null ? null : { id, entries: [], nextBefore: null, isLoaded: false } });
      try {
        if (id !== null) await readEntries(id, PAGE);
      } catch (error) {
        set({ problem: errorToText(error) });
      }
    },
    async loadMore() {
      const { opened } = get();
      if (!opened || opened.nextBefore === null) return;
      const { id, nextBefore } = opened;
      const page = await request('entries.list', { criterionId: id, before: nextBefore, limit: PAGE });
      const now = get().opened;
      if (now?.id !== id || now.nextBefore !== nextBefore) return;
      set({ opened: { ...now, entries: [...now.entries, ...page.entries], nextBefore: page.nextBefore } });
    },
  };
}

function mapping(set: Set, get: Get, { request, notify }: Deps) {
  const change = async (write: (criterionId: string) => Promise<unknown>) => {
    const { opened } = get();
    if (!opened) return;
    try {
      await write(opened.id);
      await get().refresh();
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
    }
  };
  return {
    picker: null,
    async openPicker() {
      set({ picker: { query: '', entries: null, hasMore: false } });
      await get().search('');
    },
    async search(query: string) {
      const { picker } = get();
      if (!picker) return;
      set({ picker: { ...picker, query } });
      try {
        const page = await request('find.entries', { query, limit: PICKER_PAGE });
        if (get().picker?.query !== query) return;
        set({ picker: { query, entries: page.entries, hasMore: page.nextBefore !== null } });
      } catch (error) {
        notify({ text: errorToText(error), tone: 'problem' });
      }
    },
    closePicker: () => set({ picker: null }),
    mark: (criterionId: string, mark: Pick<CriterionMark, 'isOff' | 'noOpportunitySince'>) =>
      change(() => request('criteria.mark', { criterionId, note: '', ...mark })),
    map: (entryId: string, strong: boolean) =>
      change((criterionId) => request('evidence.set', { entryId, criterionId, strong })),
    unmap: (entryId: string, wasStrong: boolean) =>
      change(async (criterionId) => {
        await request('evidence.remove', { entryId, criterionId });
        const undo = async () => {
          await request('evidence.set', { entryId, criterionId, strong: wasStrong });
          await get().refresh();
        };
        notify({ text: 'The entry stays, without this criterion.', action: { verb: 'Undo', run: () => void undo() } });
      }),
  };
}
