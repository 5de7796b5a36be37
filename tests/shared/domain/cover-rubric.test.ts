import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverRubric } from '../../../shared/domain/cover-rubric.ts';
import { findCriterionCoverage, type EvidencePoint } from '../../../shared/domain/coverage.ts';
import { rubricToCriteria } from '../../../shared/domain/rubric.ts';
import { AUTUMN, point, rubric, shown, SPRING } from '../../helpers/evidence-points.ts';

const criterionIds = rubricToCriteria(rubric).map(({ id }) => id);

/**
 * Every case of up to three entries, each finished or not, in one of two quarters, proven or not, held against the rule as
 * product.md states it in words, written here a second time.
 */
describe('the coverage of up to three entries, every case of it', () => {
  const kinds = (['doing', 'done'] as const).flatMap((status) =>
    [SPRING, AUTUMN].flatMap((occurredOn) =>
      [false, true].flatMap((hasResult) =>
        [false, true].map((hasProof) => point('teaching', occurredOn, { status, hasResult, hasProof })),
      ),
    ),
  );
  const multisets = [
    [],
    ...kinds.flatMap((a, i) => [
      [a],
      ...kinds.slice(i).flatMap((b, j) => [[a, b], ...kinds.slice(i + j).map((c) => [a, b, c])]),
    ]),
  ];

  it(`holds for all ${multisets.length} of them`, () => {
    const wrong = multisets.filter(
      (points) => findCriterionCoverage(coverRubric(rubric, points), 'teaching').coverage !== expected(points),
    );
    expect({ cases: multisets.length, wrong }).toEqual({ cases: 969, wrong: [] });
  });
});

describe('coverRubric with marks, whatever the evidence', () => {
  const marks = fc.uniqueArray(fc.constantFrom(...criterionIds), { maxLength: 19 });
  const anyEvidence = fc.array(fc.constantFrom(...criterionIds), { maxLength: 12 }).map((ids) => shown(...ids));
  it('decides by nothing that is switched off: its evidence could as well not be there', () => {
    fc.assert(
      fc.property(anyEvidence, marks, (points, off) => {
        const without = points.filter(({ criterionId }) => !off.includes(criterionId));
        const { pillars, readiness, shownPillarIds } = coverOff(points, off);
        const bare = coverOff(without, off);
        expect({ pillars, readiness, shownPillarIds }).toEqual({
          pillars: bare.pillars,
          readiness: bare.readiness,
          shownPillarIds: bare.shownPillarIds,
        });
      }),
    );
  });
});

function expected(points: EvidencePoint[]): string {
  if (points.length === 0) return 'none';
  const done = points.filter(({ status }) => status === 'done');
  const isShown =
    done.length === 3 &&
    done.some((one) => one.occurredOn === SPRING) &&
    done.some((one) => one.occurredOn === AUTUMN) &&
    done.some((one) => one.hasResult && one.hasProof);
  return isShown ? 'shown' : 'some';
}

const coverOff = (points: EvidencePoint[], off: string[]) =>
  coverRubric(
    rubric,
    points,
    off.map((criterionId) => ({ criterionId, isOff: true, noOpportunitySince: null, note: '' })),
  );
