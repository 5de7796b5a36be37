import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../../shared/contract/client.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import type { ReviewedEntry } from '../../../shared/domain/review.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Notify } from '../../ui/notice.ts';

/** Entries read at once, and how few may be left before the next are read. */
const PAGE = 20;
const FEW = 4;

/** What is decided about a suggestion. */
export type Decision = 'confirm' | 'strong' | 'dismiss';

/** A decision that can be taken back: the link as it was, and where in the queue it was taken. */
interface Decided {
  entry: Entry;
  criterionId: string;
  before: Evidence | undefined;
  queue: Queue;
}

/** The entries still to decide about, and where in them one is. */
interface Queue {
  items: readonly ReviewedEntry[];
  at: number;
  /** Which suggestion of the entry is chosen. */
  chosen: number;
  /** Entries with something to decide, those not read yet included. */
  left: number;
}

export interface ReviewState extends Queue {
  rubric: Rubric | null;
  isLoaded: boolean;
  problem: string | null;
  decided: readonly Decided[];
  /** Where the next entries are read from; null when all are here. */
  nextBefore: number | null;
  /** Begins anew from the newest entry. */
  refresh: () => Promise<void>;
  choose: (chosen: number) => void;
  /** Goes on without deciding, or back. */
  move: (step: number) => Promise<void>;
  /** Reads on when few are left. */
  readMore: () => Promise<void>;
  decide: (decision: Decision) => Promise<void>;
  /** Confirms a criterion that nothing suggested. */
  confirmOther: (criterionId: string) => Promise<void>;
  undo: () => Promise<void>;
}

export type ReviewStore = StoreApi<ReviewState>;

interface Deps {
  request: Request;
  notify: Notify;
}

const EMPTY: Queue = { items: [], at: 0, chosen: 0, left: 0 };

type Set = (part: Partial<ReviewState>) => void;
type Get = () => ReviewState;

/** The state of the review. */
export function createReviewStore(deps: Deps): ReviewStore {
  return createStore<ReviewState>((set, get) => ({
    ...EMPTY,
    rubric: null,
    nextBefore: null,
    isLoaded: false,
    problem: null,
    decided: [],
    choose: (chosen) => set({ chosen }),
    ...reading(set, get, deps),
    ...deciding(set, get, deps),
  }));
}

function reading(set: Set, get: Get, { request, notify }: Deps) {
  return {
    async refresh() {
      try {
        const [rubric, page, { entries }] = await Promise.all([
          request('rubric.get', {}),
          request('review.list', { limit: PAGE }),
          request('review.count', {}),
        ]);
        const { items, nextBefore } = page;
        set({ ...EMPTY, rubric, items, nextBefore, left: entries, decided: [], isLoaded: true, problem: null });
      } catch (error) {
        set({ problem: errorToText(error) });
      }
    },
    async move(step: number) {
      const { at, items } = get();
      const next = Math.min(items.length - 1, Math.max(0, at + step));
      if (next !== at) set({ at: next, chosen: 0 });
      await get().readMore();
    },
    async readMore() {
      const { nextBefore, items, at } = get();
      if (nextBefore === null || items.length - at > FEW) return;
      try {
        const page = await request('review.list', { before: nextBefore, limit: PAGE });
        // Asked for twice meanwhile: the first answer counts.
        if (get().nextBefore !== nextBefore) return;
        set({ items: [...get().items, ...page.items], nextBefore: page.nextBefore });
      } catch (error) {
        notify({ text: errorToText(error), tone: 'problem' });
      }
    },
  };
}

function deciding(set: Set, get: Get, { request, notify }: Deps) {
  const link = async (criterionId: string, decision: Decision) => {
    const { items, at } = get();
    const { entry } = items[at]!;
    const before = entry.evidence.find((one) => one.criterionId === criterionId);
    const decided = { entry, criterionId, before, queue: toQueue(get()) };
    const state = decision === 'dismiss' ? 'dismissed' : 'confirmed';
    const change = { entryId: entry.id, criterionId, state, strong: decision === 'strong' } as const;
    try {
      const changed = await request('evidence.set', change);
      set({ decided: [...get().decided, decided], ...withoutSuggestion(toQueue(get()), changed, criterionId) });
      await get().readMore();
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
    }
  };
  return {
    async decide(decision: Decision) {
      const { items, at, chosen } = get();
      const suggestion = items[at]?.suggestions[chosen];
      if (suggestion) await link(suggestion.criterionId, decision);
    },
    confirmOther: (criterionId: string) => link(criterionId, 'confirm'),
    async undo() {
      const last = get().decided.at(-1);
      if (!last) return;
      try {
        const { entry, criterionId, before, queue } = last;
        if (before) await request('evidence.set', { entryId: entry.id, ...before });
        else await request('evidence.remove', { entryId: entry.id, criterionId });
        // What was read meanwhile stays behind what comes back.
        const readSince = get().items.filter((item) => !queue.items.some((kept) => kept.entry.id === item.entry.id));
        set({ ...queue, items: [...queue.items, ...readSince], decided: get().decided.slice(0, -1) });
      } catch (error) {
        notify({ text: errorToText(error), tone: 'problem' });
      }
    },
  };
}

function toQueue({ items, at, chosen, left }: ReviewState): Queue {
  return { items, at, chosen, left };
}

/** The queue once a suggestion is decided. An entry whose last one it was goes, and the next takes its place. */
function withoutSuggestion({ items, at, chosen, left }: Queue, changed: Entry, criterionId: string): Queue {
  const suggestions = items[at]!.suggestions.filter((one) => one.criterionId !== criterionId);
  if (suggestions.length > 0) {
    const changedItems = items.map((item, index) => (index === at ? { entry: changed, suggestions } : item));
    return { items: changedItems, at, chosen: Math.min(chosen, suggestions.length - 1), left };
  }
  const rest = items.filter((_, index) => index !== at);
  return { items: rest, at: Math.max(0, Math.min(at, rest.length - 1)), chosen: 0, left: left - 1 };
}
