import fc from 'fast-check';
import { describe, it, expect } from 'vitest';
import { coverRubric } from '../../../shared/domain/cover-rubric.ts';
import {
  coverageSchema,
  coverageStates,
  findCriterionCoverage,
  type EvidencePoint,
} from '../../../shared/domain/coverage.ts';
import { dayToNumber, numberToDay } from '../../../shared/domain/day.ts';
import { rubricToCriteria } from '../../../shared/domain/rubric.ts';
import { AUTUMN, point, proof, rubric, shown, SPRING } from '../../helpers/evidence-points.ts';

const criterionIds = rubricToCriteria(rubric).map(({ id }) => id);

function cover(points: EvidencePoint[], by = rubric) {
  return coverRubric(by, points);
}

function ranks(points: EvidencePoint[]): number[] {
  const { criteria, pillars } = cover(points);
  return [...criteria, ...pillars].map((one) => coverageStates.indexOf(one.coverage));
}

describe('the coverage of a criterion', () => {
  const doing = { status: 'doing' } as const;
  const NO_PROOF_YET = 'a result and a link or a witness on one finished entry';
  const SECOND_QUARTER = 'a finished entry from a second quarter';

  it.each([
    {
      case: 'nothing',
      points: [],
      coverage: 'none',
      why: 'No confirmed evidence yet.',
      next: [
        'a finished entry with a result and a link or a witness',
        '3 finished entries',
        'finished entries from 2 different quarters',
      ],
    },
    {
      case: 'one finished entry',
      points: [point('teaching', SPRING)],
      coverage: 'some',
      why: '1 finished entry in one quarter, not yet with a result and a link or a witness.',
      next: [NO_PROOF_YET, '2 more finished entries', SECOND_QUARTER],
    },
    {
      case: 'one finished and proven entry',
      points: [point('teaching', SPRING, proof)],
      coverage: 'some',
      why: '1 finished entry in one quarter, with a result and a link or a witness.',
      next: ['2 more finished entries', SECOND_QUARTER],
    },
    {
      case: 'many entries that are not finished',
      points: [SPRING, SPRING, AUTUMN, AUTUMN].map((day) => point('teaching', day, { ...doing, ...proof })),
      coverage: 'some',
      why: 'No finished entry yet, 4 in progress.',
      next: [
        'a finished entry with a result and a link or a witness',
        '3 finished entries',
        'finished entries from 2 different quarters',
      ],
    },
    {
      case: 'enough of everything but proof: a result here, a witness there',
      points: [
        point('teaching', SPRING, { hasResult: true }),
        point('teaching', SPRING, { hasProof: true }),
        point('teaching', AUTUMN),
      ],
      coverage: 'some',
      why: '3 finished entries over 2 quarters, none with a result and a link or a witness.',
      next: [NO_PROOF_YET],
    },
    {
      case: 'everything within one quarter',
      points: ['2026-10-01', '2026-11-15', '2026-12-31'].map((day) => point('teaching', day, proof)),
      coverage: 'some',
      why: '3 finished entries in one quarter, all with a result and a link or a witness.',
      next: [SECOND_QUARTER],
    },
    {
      case: 'a second quarter that holds only something in progress',
      points: [
        ...['2026-10-01', '2026-11-15', '2026-12-31'].map((day) => point('teaching', day, proof)),
        point('teaching', SPRING, doing),
      ],
      coverage: 'some',
      why: '3 finished entries in one quarter, all with a result and a link or a witness, 1 still in progress.',
      next: [SECOND_QUARTER],
    },
    {
      case: 'one entry short',
      points: [point('teaching', SPRING, proof), point('teaching', AUTUMN)],
      coverage: 'some',
      why: '2 finished entries over 2 quarters, 1 with a result and a link or a witness.',
      next: ['one more finished entry'],
    },
    {
      case: 'three finished entries over two quarters, one of them proven',
      points: shown('teaching'),
      coverage: 'shown',
      why: '3 finished entries over 2 quarters, 1 with a result and a link or a witness.',
      next: [],
    },
    {
      case: 'the last day of a quarter and the first of the next',
      points: [
        point('teaching', '2026-09-30'),
        point('teaching', '2026-09-30'),
        point('teaching', '2026-10-01', proof),
      ],
      coverage: 'shown',
      why: '3 finished entries over 2 quarters, 1 with a result and a link or a witness.',
      next: [],
    },
  ])('is $coverage by $case', ({ points, coverage, why, next }) => {
    const found = findCriterionCoverage(cover(points), 'teaching');
    expect({ coverage: found.coverage, why: found.why, next: found.next }).toEqual({ coverage, why, next });
  });

  it('keeps the facts it rests on', () => {
    const points = [
      point('teaching', AUTUMN, { ...proof, strong: true }),
      point('teaching', SPRING),
      point('teaching', '2026-11-02', { status: 'doing', strong: true }),
      point('mentoring', '2026-11-20'),
    ];
    expect(findCriterionCoverage(cover(points), 'teaching')).toEqual({
      criterionId: 'teaching',
      coverage: 'some',
      isOff: false,
      noOpportunitySince: null,
      entries: 3,
      finished: 2,
      strong: 2,
      proven: 1,
      quarters: [
        { quarter: '2026-Q2', entries: 1 },
        { quarter: '2026-Q4', entries: 2 },
      ],
      lastOn: '2026-11-02',
      why: '2 finished entries over 2 quarters, 1 with a result and a link or a witness, 1 still in progress.',
      next: ['one more finished entry'],
    });
  });

  it('follows the numbers of the rubric', () => {
    const rules = { finishedEntries: 1, quarters: 1, withResultAndProof: 0 };
    const easy = { ...rubric, rules: { ...rubric.rules, shown: rules } };
    const covered = cover([point('teaching', SPRING)], easy);
    expect(findCriterionCoverage(covered, 'teaching').coverage).toBe('shown');
    expect(findCriterionCoverage(covered, 'mentoring').next).toEqual([
      'one finished entry',
      'a finished entry in any quarter',
    ]);
  });

  it('does not mind evidence for a criterion the rubric does not have', () => {
    expect(cover([point('of-another-rubric', SPRING)])).toEqual(cover([]));
  });

  it('cannot be found where the rubric has no such criterion', () => {
    expect(() => findCriterionCoverage(cover([]), 'nope')).toThrow("no coverage for criterion 'nope'");
  });
});

describe('coverRubric, whatever the evidence', () => {
  const anyPoint = fc.record({
    criterionId: fc.constantFrom(...criterionIds.slice(0, 7)),
    occurredOn: fc.integer({ min: dayToNumber('2025-11-25'), max: dayToNumber('2026-11-24') }).map(numberToDay),
    status: fc.constantFrom('doing', 'done'),
    strong: fc.boolean(),
    hasResult: fc.boolean(),
    hasProof: fc.boolean(),
  } satisfies { [K in keyof EvidencePoint]: fc.Arbitrary<EvidencePoint[K]> });
  const anyPoints = fc.array(anyPoint, { maxLength: 40 });

  it('never shows less after a finished entry with a result and a proof is added', () => {
    fc.assert(
      fc.property(anyPoints, anyPoint, (points, one) => {
        const before = ranks(points);
        const after = ranks([...points, { ...one, ...proof, status: 'done' }]);
        expect(after.filter((rank, at) => rank < before[at]!)).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of the evidence', () => {
    const shuffled = anyPoints.chain((points) =>
      fc.tuple(
        fc.constant(points),
        fc.shuffledSubarray(points, { minLength: points.length, maxLength: points.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([points, otherwise]) => {
        expect(cover(otherwise)).toEqual(cover(points));
      }),
    );
  });

  it('says what comes next exactly where something is not shown, in the shape the contract has', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const coverage = coverageSchema.parse(cover(points));
        const all = [...coverage.criteria, ...coverage.pillars];
        expect(all.filter((one) => (one.coverage === 'shown') !== (one.next.length === 0))).toEqual([]);
        expect(coverage.nearest === null).toBe(coverage.readiness?.outcome === 'three');
      }),
    );
  });
});
