import type { HandlersOf } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { FOCUS_LIMIT, type CriterionMark } from '../../shared/domain/criterion-mark.ts';
import { replaceFocus, selectFocus, selectMarks, upsertMark } from './db/criterion-marks-sql.ts';
import { write, type Journal } from './journal.ts';
import { assertCriterion } from './rubric.ts';

/** What the user says about criteria beside evidence, and the ones a quarter is for. */
export function criterionMarkHandlers(journal: Journal): HandlersOf<'criteria'> & HandlersOf<'focus'> {
  return {
    'criteria.marks': () => listMarks(journal),
    'criteria.mark': (mark) => {
      assertCriterion(journal, mark.criterionId, 'criterionId');
      write(journal, () => upsertMark(journal.db, journal.rubric.id, mark));
      return mark;
    },
    'focus.get': ({ quarter }) => ({ criterionIds: selectFocus(journal.db, journal.rubric.id, quarter) }),
    'focus.set': ({ quarter, criterionIds }) => setFocus(journal, quarter, criterionIds),
  };
}

/** The marks on the criteria of the rubric in use. */
export function listMarks({ db, rubric }: Journal): CriterionMark[] {
  return selectMarks(db, rubric.id);
}

function setFocus(journal: Journal, quarter: string, criterionIds: readonly string[]) {
  if (criterionIds.length > FOCUS_LIMIT) {
    throw new RungError('invalid', `A quarter has at most ${FOCUS_LIMIT} criteria in focus.`);
  }
  for (const id of criterionIds) assertCriterion(journal, id, 'criterionIds');
  write(journal, () => replaceFocus(journal.db, journal.rubric.id, quarter, criterionIds));
  return { criterionIds: [...criterionIds] };
}
