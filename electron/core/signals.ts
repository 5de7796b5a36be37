import type { CheckedInput, HandlersOf } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import type { CheckIn, Signal } from '../../shared/domain/check-in.ts';
import { dayToNumber, dayToWeekStart } from '../../shared/domain/day.ts';
import { insertCheckIn, selectCheckIns } from './db/check-ins-sql.ts';
import { findEntry } from './entries.ts';
import { write, type Journal } from './journal.ts';
import { getReminder } from './reminder.ts';

/** How many signal questions come up in a week. */
const SIGNALS_A_WEEK = 2;

/** The signal questions, two a week in turn, and what was answered. */
export function signalHandlers(journal: Journal): HandlersOf<'signals'> {
  return {
    'signals.due': () => (getReminder(journal).asksSignals ? listDue(journal) : []),
    'signals.answer': (answer) => answerSignal(journal, answer),
    'signals.history': () => selectCheckIns(journal.db, journal.rubric.id),
  };
}

/** This week's questions that have no answer yet. Which ones they are depends on the week alone. */
function listDue({ db, rubric, clock }: Journal): Signal[] {
  const monday = dayToWeekStart(clock.today());
  const week = Math.floor((dayToNumber(monday) + 3) / 7);
  const answered = selectCheckIns(db, rubric.id).filter(({ answeredOn }) => answeredOn >= monday);
  const { signals } = rubric;
  return Array.from(
    { length: Math.min(SIGNALS_A_WEEK, signals.length) },
    (_, index) => signals[(week * SIGNALS_A_WEEK + index) % signals.length]!,
  ).filter(({ id }) => !answered.some(({ signalId }) => signalId === id));
}

function answerSignal(journal: Journal, { signalId, answer, entryId }: CheckedInput<'signals.answer'>): CheckIn {
  if (!journal.rubric.signals.some(({ id }) => id === signalId)) {
    throw new RungError('invalid', `There is no signal question '${signalId}' in "${journal.rubric.name}".`);
  }
  if (entryId !== null) findEntry(journal, entryId);
  const checkIn = { signalId, answer, entryId, answeredOn: journal.clock.today() };
  write(journal, () => insertCheckIn(journal.db, journal.rubric.id, checkIn));
  return checkIn;
}
