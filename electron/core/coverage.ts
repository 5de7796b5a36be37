import type { HandlersOf } from '../../shared/contract/contract.ts';
import { coverRubric, type EvidencePoint } from '../../shared/domain/coverage.ts';
import type { Period } from '../../shared/domain/period.ts';
import { selectEvidencePoints, type EvidencePointRow } from './db/evidence-sql.ts';
import type { Journal } from './journal.ts';

/** What the confirmed evidence of a period adds up to. */
export function coverageHandlers(journal: Journal): HandlersOf<'coverage'> {
  return { 'coverage.get': (period) => coverRubric(journal.rubric, listPoints(journal, period)) };
}

/** The confirmed evidence of a period, reduced to what coverage asks of it. */
export function listPoints(
  { db, rubric }: Journal,
  { from = '0000-01-01', to = '9999-12-31' }: Period,
): EvidencePoint[] {
  return selectEvidencePoints(db, rubric.id, from, to).map(rowToPoint);
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
