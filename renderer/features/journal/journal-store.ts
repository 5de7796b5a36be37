import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../../shared/contract/client.ts';
import { instantToDay, type Day } from '../../../shared/domain/day.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Notify } from '../../ui/notice.ts';
import { createCalendar, type Calendar } from './calendar.ts';
import { createComposer, type ComposerSlice } from './composer.ts';
import { createConflict, type ConflictSlice } from './conflict.ts';
import { createEditor, createEditStart, type EditSlice, type EditorSlice } from './editor.ts';
import { createFilters, type Filters } from './filters.ts';
import { createHistory, type HistorySlice } from './history.ts';
import { createInspector, type Inspector } from './inspector.ts';
import { createPurge, type Purge } from './purge.ts';
import { createRows, type Rows } from './rows.ts';
import { createSelection, type Selection } from './selection.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** What the journal's page stands on besides its entries. */
interface Ground {
  rubric: Rubric | null;
  people: readonly Person[];
  today: Day;
  /** Reads everything the page shows, for the first time or again; what is being typed stays. */
  refresh: () => Promise<void>;
}

export type JournalState = Ground &
  Timeline &
  Rows &
  Purge &
  Selection &
  Calendar &
  Filters &
  ComposerSlice &
  Inspector &
  HistorySlice &
  ConflictSlice &
  EditorSlice &
  EditSlice;
export type JournalStore = StoreApi<JournalState>;

interface Deps {
  request: Request;
  notify: Notify;
}

/** One part of the store: its state and what can be done to it, seeing the whole. */
export type Slice<Part> = (set: (part: Partial<JournalState>) => void, get: () => JournalState, deps: Deps) => Part;

/** The state of the journal's page. */
export function createJournalStore(deps: Deps): JournalStore {
  return createStore<JournalState>((set, get) => ({
    rubric: null,
    people: [],
    today: instantToDay(new Date()),
    async refresh() {
      const isFirst = !get().isLoaded;
      await Promise.all([
        get().reload(),
        get().reopen(),
        get().readCalendar(),
        get().readFilters(),
        readGround(deps.request, set),
        isFirst ? get().restoreDraft() : undefined,
      ]).catch((error: unknown) => set({ problem: errorToText(error) }));
    },
    ...createTimeline(set, get, deps),
    ...createRows(set, get, deps),
    ...createPurge(set, get, deps),
    ...createSelection(set, get, deps),
    ...createCalendar(set, get, deps),
    ...createFilters(set, get, deps),
    ...createComposer(set, get, deps),
    ...createInspector(set, get, deps),
    ...createHistory(set, get, deps),
    ...createConflict(set, get, deps),
    ...createEditor(set, get, deps),
    ...createEditStart(set, get, deps),
  }));
}

async function readGround(request: Request, set: (part: Partial<Ground>) => void): Promise<void> {
  const [rubric, people, status] = await Promise.all([
    request('rubric.get', {}),
    request('people.list', {}),
    request('journal.status', {}),
  ]);
  set({ rubric, people, ...(status.state === 'open' ? { today: status.today } : {}) });
}
