import { v7 as newId } from 'uuid';
import type { CheckedInput, HandlersOf } from '../../shared/contract/contract.ts';
import { addDays, dayToNumber, type Day } from '../../shared/domain/day.ts';
import type { JournalDay } from '../../shared/domain/day-mark.ts';
import {
  countByDay,
  deletePeriodMark,
  selectDayMarks,
  selectPeriodMarks,
  upsertPeriodMark,
  writeDayMark,
} from './db/days-sql.ts';
import { write, type Journal } from './journal.ts';

/** What is said about days: their entries and marks, and the stretches that explain a thin quarter. */
export function dayHandlers(journal: Journal): HandlersOf<'days'> & HandlersOf<'periods'> {
  return {
    'days.list': ({ from, to }) => listDays(journal, from, to),
    'days.mark': ({ day, mark }) => {
      write(journal, () => writeDayMark(journal.db, day, mark));
      return listDays(journal, day, day)[0]!;
    },
    'periods.list': () => selectPeriodMarks(journal.db),
    'periods.save': (mark) => savePeriodMark(journal, mark),
    'periods.remove': ({ id }) => {
      write(journal, () => deletePeriodMark(journal.db, id));
      return {};
    },
  };
}

/** Whether a leave, freeze or reorg covers the day. */
export function isPaused({ db }: Journal, day: Day): boolean {
  return selectPeriodMarks(db).some(({ from, to }) => from <= day && day <= to);
}

function listDays({ db }: Journal, from: Day, to: Day): JournalDay[] {
  const entries = countByDay(db, from, to);
  const marks = selectDayMarks(db, from, to);
  const length = dayToNumber(to) - dayToNumber(from) + 1;
  return Array.from({ length }, (_, index) => {
    const day = addDays(from, index);
    return { day, entries: entries.get(day) ?? 0, mark: marks.get(day) ?? null };
  });
}

function savePeriodMark(journal: Journal, { id, ...rest }: CheckedInput<'periods.save'>) {
  const mark = { id: id ?? newId(), ...rest };
  write(journal, () => upsertPeriodMark(journal.db, mark));
  return mark;
}
