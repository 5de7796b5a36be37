import { v7 as newId } from 'uuid';
import type { CheckedInput, HandlersOf } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import type { Goal } from '../../shared/domain/goal.ts';
import {
  deleteGoal,
  insertReview,
  selectGoal,
  selectGoalEntries,
  selectGoals,
  selectReviews,
  upsertGoal,
  writeGoalEntry,
  type GoalRow,
} from './db/goals-sql.ts';
import { findEntry } from './entries.ts';
import { write, type Journal } from './journal.ts';
import { assertCriterion } from './rubric.ts';

/** Dated intentions on criteria, and what became of them. */
export function goalHandlers(journal: Journal): HandlersOf<'goals'> {
  return {
    'goals.list': () => listGoals(journal),
    'goals.save': (goal) => saveGoal(journal, goal),
    'goals.review': (review) => reviewGoal(journal, review),
    'goals.link': ({ id, entryId, isLinked }) => linkEntry(journal, id, entryId, isLinked),
    'goals.remove': ({ id }) => {
      findGoal(journal, id);
      write(journal, () => deleteGoal(journal.db, id));
      return {};
    },
  };
}

/** Every goal under the rubric in use: the open ones first, by due date. */
export function listGoals(journal: Journal): Goal[] {
  return selectGoals(journal.db, journal.rubric.id).map((row) => rowToGoal(journal, row));
}

function rowToGoal({ db }: Journal, row: GoalRow): Goal {
  return { ...row, entries: selectGoalEntries(db, row.id), reviews: selectReviews(db, row.id) };
}

function saveGoal(journal: Journal, { id, ...content }: CheckedInput<'goals.save'>): Goal {
  assertCriterion(journal, content.criterionId, 'criterionId');
  const before =
    id === null ? { id: newId(), state: 'open' as const, setOn: journal.clock.today() } : findGoal(journal, id);
  const row = { ...before, ...content };
  write(journal, () => upsertGoal(journal.db, journal.rubric.id, row));
  return rowToGoal(journal, row);
}

/** Keeps the look back, and with it what state the goal is in and what comes next. */
function reviewGoal(journal: Journal, { id, state, note, nextAction, dueOn }: CheckedInput<'goals.review'>): Goal {
  const row = { ...findGoal(journal, id), state, nextAction, dueOn };
  write(journal, () => {
    upsertGoal(journal.db, journal.rubric.id, row);
    insertReview(journal.db, id, { reviewedOn: journal.clock.today(), state, note });
  });
  return rowToGoal(journal, row);
}

function linkEntry(journal: Journal, id: string, entryId: string, isLinked: boolean): Goal {
  const row = findGoal(journal, id);
  findEntry(journal, entryId);
  write(journal, () => writeGoalEntry(journal.db, id, entryId, isLinked));
  return rowToGoal(journal, row);
}

function findGoal({ db }: Journal, id: string): GoalRow {
  const row = selectGoal(db, id);
  if (!row) throw new RungError('not-found', 'This goal is not in the journal any more.');
  return row;
}
