import type { HandlersOf } from '../../shared/contract/contract.ts';
import { coverRubric } from '../../shared/domain/cover-rubric.ts';
import type { Coverage, EvidencePoint } from '../../shared/domain/coverage.ts';
import { goalsToPoints } from '../../shared/domain/goal-points.ts';
import type { Period } from '../../shared/domain/period.ts';
import { selectEvidencePoints, type EvidencePointRow } from './db/evidence-sql.ts';
import { listMarks } from './criterion-marks.ts';
import { listGoals } from './goals.ts';
import type { Journal } from './journal.ts';

/** What the confirmed evidence of a period adds up to. */
export function coverageHandlers(journal: Journal): HandlersOf<'coverage'> {
  return { 'coverage.get': (period) => coverPeriod(journal, period) };
}

/** Coverage by the confirmed evidence and the goals of a period, as the rubric and the marks on its criteria say. */
export function coverPeriod(journal: Journal, period: Period): Coverage {
  return coverRubric(journal.rubric, listPoints(journal, period), listMarks(journal));
}

/** The confirmed evidence of a period, and what its goals show, reduced to what coverage asks of it. */
function listPoints(journal: Journal, { from = '0000-01-01', to = '9999-12-31' }: Period): EvidencePoint[] {
  const { db, rubric } = journal;
  const goals = goalsToPoints(rubric, listGoals(journal)).filter(
    ({ occurredOn }) => from <= occurredOn && occurredOn <= to,
  );
  return [...selectEvidencePoints(db, rubric.id, from, to).map(rowToPoint), ...goals];
}

function rowToPoint(row: EvidencePointRow): EvidencePoint {
  return {
    criterionId: row.criterion_id,
    occurredOn: row.occurred_on,
    status: row.status,
    strong: row.strong === 1,
    hasResult: row.has_result === 1,
    hasProof: row.has_proof === 1,
  };
}
