import { describe, it, expect } from 'vitest';
import { coverRubric, type EvidencePoint } from '../../../shared/domain/coverage.ts';
import { AUTUMN, point, proof, rubric, shown, SPRING } from '../../helpers/evidence-points.ts';

function cover(points: EvidencePoint[], by = rubric) {
  return coverRubric(by, points);
}

function coverMentorship(points: EvidencePoint[]) {
  return cover(points).pillars.find(({ pillarId }) => pillarId === 'mentorship');
}

describe('the coverage of a pillar', () => {
  it.each([
    {
      case: 'nothing',
      points: [],
      coverage: 'none',
      why: 'Mentoring is not shown yet; no other criterion is shown yet.',
      next: [
        'Mentoring: a finished entry with a result and a link or a witness',
        'Teaching: a finished entry with a result and a link or a witness',
      ],
    },
    {
      case: 'the lead alone',
      points: shown('mentoring'),
      coverage: 'some',
      why: 'Mentoring is shown; no other criterion is shown yet.',
      next: ['Teaching: a finished entry with a result and a link or a witness'],
    },
    {
      case: 'every criterion but the lead',
      points: shown('teaching', 'helping-others', 'go-to-expert'),
      coverage: 'some',
      why: 'Mentoring is not shown yet; 3 other criteria are shown.',
      next: ['Mentoring: a finished entry with a result and a link or a witness'],
    },
    {
      case: 'the lead and one more',
      points: shown('mentoring', 'go-to-expert'),
      coverage: 'shown',
      why: 'Mentoring is shown; one other criterion is shown.',
      next: [],
    },
    {
      case: 'the lead, with the criterion that needs least named first',
      points: [...shown('mentoring'), point('helping-others', SPRING, proof), point('helping-others', AUTUMN)],
      coverage: 'some',
      why: 'Mentoring is shown; no other criterion is shown yet.',
      next: ['Helping others: one more finished entry'],
    },
  ])('is $coverage by $case', ({ points, coverage, why, next }) => {
    expect(coverMentorship(points)).toEqual({ pillarId: 'mentorship', coverage, why, next });
  });

  it('asks for no more criteria than the pillar has', () => {
    const [design, ...others] = rubric.pillars;
    const leadOnly = { ...design!, criteria: design!.criteria.slice(0, 1) };
    const covered = cover(shown('architecture'), { ...rubric, pillars: [leadOnly, ...others] });
    expect(covered.pillars[0]?.coverage).toBe('shown');
  });
});

describe('readiness', () => {
  const design = shown('architecture', 'decomposition');
  const mentorship = shown('mentoring', 'teaching');
  const leadership = shown('leading-projects', 'coordination');

  it.each([
    ['none', [], 'None of the three pillars is shown yet.'],
    ['one', design, 'One of the three pillars is shown.'],
    ['one', mentorship, 'One of the three pillars is shown.'],
    ['onlyLeadership', leadership, 'One of the three pillars is shown.'],
    ['two', [...design, ...leadership], 'Two of the three pillars are shown.'],
    ['two', [...mentorship, ...leadership], 'Two of the three pillars are shown.'],
    ['three', [...design, ...mentorship, ...leadership], 'All three pillars are shown.'],
  ] as const)('is %s', (outcome, points, summary) => {
    const { readiness } = cover([...points]);
    expect(readiness).toEqual({
      ...readiness,
      outcome,
      summary,
      meaning: rubric.rules.readiness[outcome],
      caveat: rubric.rules.readiness.caveat,
    });
  });

  it('does not rest on the ground criteria', () => {
    const ground = shown('independent-delivery', 'quality-of-work', 'own-growth', 'own-career');
    expect(cover(ground).readiness.outcome).toBe('none');
  });

  it('names the pillar that needs the fewest further entries, not the one with the most entries', () => {
    const points = [
      ...shown('decomposition', 'hard-problems', 'depth-and-range'),
      ...shown('mentoring'),
      point('go-to-expert', SPRING, proof),
      point('go-to-expert', AUTUMN),
    ];
    expect(cover(points).readiness.nearest).toEqual({
      pillarId: 'mentorship',
      step: 'Go-to expert: one more finished entry',
    });
  });

  it('names no nearest pillar once all are shown', () => {
    expect(cover([...design, ...mentorship, ...leadership]).readiness.nearest).toBeNull();
  });

  it('speaks of one pillar where a rubric has one', () => {
    const single = { ...rubric, pillars: rubric.pillars.slice(0, 1) };
    expect([cover([], single), cover(design, single)].map((one) => one.readiness.summary)).toEqual([
      'The one pillar is not shown yet.',
      'The one pillar is shown.',
    ]);
  });
});
