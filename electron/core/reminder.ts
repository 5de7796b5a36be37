import type { HandlersOf } from '../../shared/contract/contract.ts';
import { dayToNumber, type Day } from '../../shared/domain/day.ts';
import { reminderSchema, type DueReminder, type Reminder } from '../../shared/domain/reminder.ts';
import { findCriterion } from '../../shared/domain/rubric.ts';
import { z } from '../../shared/zod.ts';
import { coverPeriod } from './coverage.ts';
import { isPaused } from './days.ts';
import { hasLoggedOn } from './db/entries-sql.ts';
import { selectSetting, upsertSetting } from './db/settings-sql.ts';
import { write, type Journal } from './journal.ts';

/** What has become of today's reminder. */
const progressSchema = z.strictObject({ shownOn: z.string().nullable(), snoozedUntil: z.string().nullable() });

/** The daily reminder: when it is wanted, whether it is due, and what it asks. */
export function reminderHandlers(journal: Journal): HandlersOf<'reminder'> {
  return {
    'reminder.get': () => getReminder(journal),
    'reminder.save': (reminder) => {
      write(journal, () => upsertSetting(journal.db, 'reminder', reminder));
      return reminder;
    },
    'reminder.due': () => findDue(journal),
    'reminder.shown': () => saveProgress(journal, { shownOn: journal.clock.today(), snoozedUntil: null }),
    'reminder.snooze': ({ minutes }) => {
      const until = new Date(Date.parse(journal.clock.now()) + minutes * 60_000).toISOString();
      return saveProgress(journal, { shownOn: null, snoozedUntil: until });
    },
  };
}

/** When the user wants to be reminded; everything off before it is first saved. */
export function getReminder({ db }: Journal): Reminder {
  return reminderSchema.parse(selectSetting(db, 'reminder') ?? {});
}

/** Due once on a work day from its time on, unless something was logged, a period mark pauses it, or it was put off. */
function findDue(journal: Journal): DueReminder | null {
  const reminder = getReminder(journal);
  const today = journal.clock.today();
  if (!reminder.isOn || !reminder.workDays.includes(dayToWeekday(today))) return null;
  if (journal.clock.time() < reminder.time || isAnswered(journal, today)) return null;
  if (hasLoggedOn(journal.db, today) || isPaused(journal, today)) return null;
  return reminder.asksQuestion
    ? askThinnest(journal, today)
    : { text: 'What did you ship, fix, decide or help with today?', criterionId: null };
}

function isAnswered(journal: Journal, today: Day): boolean {
  const { shownOn, snoozedUntil } = progressSchema.parse(
    selectSetting(journal.db, 'reminder-progress') ?? { shownOn: null, snoozedUntil: null },
  );
  return shownOn === today || (snoozedUntil !== null && journal.clock.now() < snoozedUntil);
}

/** A question about the criterion with the least finished evidence; another one each day. */
function askThinnest(journal: Journal, today: Day): DueReminder {
  const [thinnest] = coverPeriod(journal, {})
    .criteria.filter(({ isOff, noOpportunitySince }) => !isOff && noOpportunitySince === null)
    .filter(({ criterionId }) => findCriterion(journal.rubric, criterionId)!.feeds.some((feed) => feed !== 'goal'))
    .toSorted((a, b) => a.finished - b.finished || a.entries - b.entries);
  const criterion = findCriterion(journal.rubric, thinnest!.criterionId)!;
  const text = criterion.questions[dayToNumber(today) % criterion.questions.length]!;
  return { text, criterionId: criterion.id };
}

function saveProgress(journal: Journal, progress: z.output<typeof progressSchema>): Record<string, never> {
  write(journal, () => upsertSetting(journal.db, 'reminder-progress', progress));
  return {};
}

function dayToWeekday(day: Day): number {
  return ((((dayToNumber(day) + 3) % 7) + 7) % 7) + 1;
}
