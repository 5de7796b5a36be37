import { describe, it, expect } from 'vitest';
import { coverRubric } from '../../../shared/domain/cover-rubric.ts';
import type { EvidencePoint } from '../../../shared/domain/coverage.ts';
import type { CriterionMark } from '../../../shared/domain/criterion-mark.ts';
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
    const covered = cover([...points]);
    const { [outcome]: meaning, caveat } = rubric.rules.readiness!;
    expect({ summary: covered.summary, readiness: covered.readiness }).toEqual({
      summary,
      readiness: { outcome, meaning, caveat },
    });
  });

  it('does not rest on the ground criteria', () => {
    const ground = shown('independent-delivery', 'quality-of-work', 'own-growth', 'own-career');
    expect(cover(ground).readiness?.outcome).toBe('none');
  });

  it('names the pillar that needs the fewest further entries, not the one with the most entries', () => {
    const points = [
      ...shown('decomposition', 'hard-problems', 'depth-and-range'),
      ...shown('mentoring'),
      point('go-to-expert', SPRING, proof),
      point('go-to-expert', AUTUMN),
    ];
    expect(cover(points).nearest).toEqual({
      pillarId: 'mentorship',
      step: 'Go-to expert: one more finished entry',
    });
  });

  it('names no nearest pillar once all are shown', () => {
    expect(cover([...design, ...mentorship, ...leadership]).nearest).toBeNull();
  });

  it('speaks of one pillar where a rubric has one', () => {
    const single = { ...rubric, pillars: rubric.pillars.slice(0, 1) };
    expect([cover([], single), cover(design, single)].map((one) => one.summary)).toEqual([
      'The one pillar is not shown yet.',
      'The one pillar is shown.',
    ]);
  });

  it('says nothing of readiness where the rubric has no such rule, and still counts the pillars', () => {
    const ladder = { ...rubric, rules: { ...rubric.rules, readiness: null } };
    const { readiness, summary, nearest } = cover(design, ladder);
    expect({ readiness, summary, hasNearest: nearest !== null }).toEqual({
      readiness: null,
      summary: 'One of the three pillars is shown.',
      hasNearest: true,
    });
  });
});

describe('a criterion that is switched off', () => {
  it('keeps its facts and says that it is off', () => {
    const { criteria } = coverRubric(rubric, shown('teaching'), off('teaching'));
    expect(criteria.find(({ criterionId }) => criterionId === 'teaching')).toMatchObject({
      isOff: true,
      coverage: 'shown',
      finished: 3,
    });
  });

  it('does not count beside the lead', () => {
    expect(pillarOf('mentorship', shown('mentoring', 'teaching'), off('teaching'))?.coverage).toBe('some');
  });

  it('is not asked for when it is the lead: two others show the pillar', () => {
    const marks = off('mentoring');
    expect([
      pillarOf('mentorship', shown('teaching'), marks)?.coverage,
      pillarOf('mentorship', shown('teaching', 'helping-others'), marks),
    ]).toEqual([
      'some',
      { pillarId: 'mentorship', coverage: 'shown', why: 'Two of its criteria are shown.', next: [] },
    ]);
  });

  it('takes its pillar out when nothing else is left of it', () => {
    const marks = off('mentoring', 'teaching', 'helping-others', 'go-to-expert');
    const covered = coverRubric(rubric, shown('mentoring', 'teaching', 'architecture', 'decomposition'), marks);
    expect({ shown: covered.shownPillarIds, nearest: covered.nearest?.pillarId }).toEqual({
      shown: ['design'],
      nearest: 'leadership',
    });
    expect(covered.pillars.find(({ pillarId }) => pillarId === 'mentorship')).toEqual({
      pillarId: 'mentorship',
      coverage: 'none',
      why: 'Every criterion of it is switched off.',
      next: [],
    });
  });
});

function off(...ids: string[]): CriterionMark[] {
  return ids.map((criterionId) => ({ criterionId, isOff: true, noOpportunitySince: null, note: '' }));
}

function pillarOf(id: string, points: EvidencePoint[], marks: CriterionMark[]) {
  return coverRubric(rubric, points, marks).pillars.find(({ pillarId }) => pillarId === id);
}
