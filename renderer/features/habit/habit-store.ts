import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Request } from '../../../shared/contract/client.ts';
import type { CheckIn, Signal } from '../../../shared/domain/check-in.ts';
import { dayToWeekStart, instantToDay } from '../../../shared/domain/day.ts';
import type { DueReminder } from '../../../shared/domain/reminder.ts';
import { errorToText } from '../../api/error-text.ts';
import type { Notify } from '../../ui/notice.ts';

const SNOOZE_MINUTES = 60;

/** Belongs to this machine: the week, by its Monday, whose questions were put off. */
const PUT_OFF = 'rung.signals-put-off';

export interface HabitState {
  /** The reminder, as long as it is neither answered nor put off and nothing was logged. */
  due: DueReminder | null;
  /** This week's questions that have no answer. */
  signals: readonly Signal[];
  refresh: () => Promise<void>;
  snooze: () => Promise<void>;
  leaveForToday: () => Promise<void>;
  answer: (signal: Signal, answer: CheckIn['answer']) => Promise<void>;
  leaveForThisWeek: () => void;
}

export type HabitStore = StoreApi<HabitState>;

/** What asks for a moment of the user's day, and what becomes of it. */
export function createHabitStore({ request, notify }: { request: Request; notify: Notify }): HabitStore {
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
    }
  };
  return createStore<HabitState>((set, get) => ({
    due: null,
    signals: [],
    async refresh() {
      try {
        const [due, signals] = await Promise.all([request('reminder.due', {}), request('signals.due', {})]);
        // The same question again is no news: what is drawn stays.
        set({ due: due?.text === get().due?.text ? get().due : due, signals: isPutOff() ? [] : signals });
      } catch {
        // The frame says already that the journal does not answer.
      }
    },
    snooze: () =>
      attempt(async () => {
        await request('reminder.snooze', { minutes: SNOOZE_MINUTES });
        set({ due: null });
        notify({ text: 'Reminding again in an hour.' });
      }),
    leaveForToday: () =>
      attempt(async () => {
        await request('reminder.shown', {});
        set({ due: null });
      }),
    answer: (signal, answer) =>
      attempt(async () => {
        await request('signals.answer', { signalId: signal.id, answer });
        set({ signals: get().signals.filter(({ id }) => id !== signal.id) });
      }),
    leaveForThisWeek() {
      localStorage.setItem(PUT_OFF, thisWeek());
      set({ signals: [] });
    },
  }));
}

function isPutOff(): boolean {
  return localStorage.getItem(PUT_OFF) === thisWeek();
}

function thisWeek(): string {
  return dayToWeekStart(instantToDay(new Date()));
}
