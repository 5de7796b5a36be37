import type { Input } from '../../../shared/contract/contract.ts';
import type { Day } from '../../../shared/domain/day.ts';
import type { DayMark, JournalDay } from '../../../shared/domain/day-mark.ts';
import type { PeriodMark } from '../../../shared/domain/period-mark.ts';
import { errorToFields, errorToText } from '../../api/error-text.ts';
import type { JournalState, Slice } from './journal-store.ts';

/** A period mark in its dialog, new or known. */
export interface PeriodForm {
  mark: Input<'periods.save'>;
  problem: string | null;
  errors: Readonly<Record<string, string>>;
}

export interface Calendar {
  marks: ReadonlyMap<Day, DayMark>;
  periods: readonly PeriodMark[];
  /** The year that is shown as a map; null while none is. */
  year: { number: number; days: readonly JournalDay[] } | null;
  periodForm: PeriodForm | null;
  readCalendar: () => Promise<void>;
  showYear: (number: number | null) => Promise<void>;
  markDay: (day: Day, mark: DayMark | null) => Promise<void>;
  editPeriod: (mark: Input<'periods.save'> | null) => void;
  savePeriod: () => Promise<void>;
  removePeriod: (mark: PeriodMark) => Promise<void>;
}

/** What is said about days: whose work they were, and the stretches that explain a thin quarter. */
export const createCalendar: Slice<Calendar> = (set, get, { request, notify }) => {
  const readYear = async (number: number) => {
    const days = await request('days.list', { from: `${number}-01-01`, to: `${number}-12-31` });
    const marks = new Map(get().marks);
    for (const { day, mark } of days) putMark(marks, day, mark);
    set({ year: { number, days }, marks });
  };
  const savePeriodMark = async (mark: Input<'periods.save'>) => {
    await request('periods.save', mark);
    set({ periods: await request('periods.list', {}) });
  };
  const orNotify = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      notify({ text: errorToText(error), tone: 'problem' });
    }
  };
  return {
    marks: new Map(),
    periods: [],
    year: null,
    periodForm: null,
    async readCalendar() {
      set({ periods: await request('periods.list', {}) });
      const { year } = get();
      if (year) await readYear(year.number);
    },
    showYear: (number) => orNotify(async () => (number === null ? set({ year: null }) : await readYear(number))),
    markDay: (day, mark) =>
      orNotify(async () => {
        const marked = await request('days.mark', { day, mark });
        const marks = new Map(get().marks);
        putMark(marks, day, marked.mark);
        set({ marks, ...yearWith(get(), marked) });
      }),
    editPeriod: (mark) => set({ periodForm: mark && { mark, problem: null, errors: {} } }),
    async savePeriod() {
      const { periodForm } = get();
      if (!periodForm) return;
      try {
        await savePeriodMark(periodForm.mark);
        set({ periodForm: null });
      } catch (error) {
        set({ periodForm: { ...periodForm, problem: errorToText(error), errors: errorToFields(error) } });
      }
    },
    removePeriod: (mark) =>
      orNotify(async () => {
        await request('periods.remove', { id: mark.id });
        set({ periods: await request('periods.list', {}), periodForm: null });
        const undo = () => void orNotify(() => savePeriodMark(mark));
        notify({ text: 'The mark is removed.', action: { verb: 'Undo', run: undo } });
      }),
  };
};

function putMark(marks: Map<Day, DayMark>, day: Day, mark: DayMark | null): void {
  if (mark) marks.set(day, mark);
  else marks.delete(day);
}

function yearWith({ year }: JournalState, marked: JournalDay): Pick<Calendar, 'year'> {
  return { year: year && { ...year, days: year.days.map((one) => (one.day === marked.day ? marked : one)) } };
}
