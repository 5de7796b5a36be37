import { describe, it, expect } from 'vitest';
import {
  findCriterion,
  rubricSchema,
  rubricToCriteria,
  type Criterion,
  type Rubric,
} from '../../../shared/domain/rubric.ts';
import seniorEngineer from '../../../resources/rubrics/senior-engineer.json' with { type: 'json' };

const rubric = rubricSchema.parse(seniorEngineer);

function feedsOf(criteria: Criterion[]) {
  return criteria.map(({ id, feeds }) => [id, feeds.join(', ')]);
}

function isThreeToFive({ length }: string[]): boolean {
  return length >= 3 && length <= 5;
}

describe('the built-in rubric', () => {
  it('has exactly the pillars, leads, criteria and feeds it is described with', () => {
    expect([
      rubric.id,
      rubric.name,
      rubric.version,
      ...rubric.pillars.map(({ id, name, lead, criteria }) => [id, name, lead, feedsOf(criteria)]),
      [rubric.ground.id, rubric.ground.name, feedsOf(rubric.ground.criteria)],
    ]).toEqual([
      'senior-engineer',
      'Senior engineer',
      1,
      [
        'design',
        'Design & architecture',
        'architecture',
        [
          ['architecture', 'design, win'],
          ['decomposition', 'design'],
          ['technology-judgement', 'design, win'],
          ['hard-problems', 'win, help'],
          ['depth-and-range', 'win, design'],
        ],
      ],
      [
        'mentorship',
        'Mentorship',
        'mentoring',
        [
          ['mentoring', 'help'],
          ['teaching', 'help'],
          ['helping-others', 'help'],
          ['go-to-expert', 'help'],
        ],
      ],
      [
        'leadership',
        'Technical leadership',
        'leading-projects',
        [
          ['leading-projects', 'win, design, help'],
          ['coordination', 'win'],
          ['shaping-plans', 'design, win'],
          ['trusted-recommendations', 'design'],
          ['raising-the-team', 'win, help'],
          ['working-with-others', 'help, win'],
        ],
      ],
      [
        'ownership',
        'Ownership',
        [
          ['independent-delivery', 'win'],
          ['quality-of-work', 'win, design'],
          ['own-growth', 'win, help, design'],
          ['own-career', 'goal'],
        ],
      ],
    ]);
  });

  it('states the rules of coverage and the words of the 2-of-3 view', () => {
    const { shown, pillarShown, readiness } = rubric.rules;
    expect({ shown, pillarShown, caveat: readiness?.caveat }).toEqual({
      shown: { finishedEntries: 3, quarters: 2, withResultAndProof: 1 },
      pillarShown: { othersBesideLead: 1 },
      caveat: "A rule of thumb from one public answer, not your company's rule.",
    });
  });

  it('asks seven signal questions, each about a criterion it has', () => {
    expect(rubric.signals.map(({ criterionId }) => findCriterion(rubric, criterionId)?.id)).toEqual([
      'shaping-plans',
      'go-to-expert',
      'helping-others',
      'trusted-recommendations',
      'hard-problems',
      'technology-judgement',
      'own-growth',
    ]);
  });

  it('gives every criterion its own id and three to five of what counts and of questions', () => {
    const criteria = rubricToCriteria(rubric);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
    expect(criteria.filter((one) => !isThreeToFive(one.counts) || !isThreeToFive(one.questions))).toEqual([]);
    expect(criteria.flatMap((one) => one.questions).filter((question) => !question.endsWith('?'))).toEqual([]);
  });

  it('stays calm: no exclamation mark, no percentage, no verdict', () => {
    expect(JSON.stringify(rubric).match(/!|%|\byou are ready\b/gi)).toBeNull();
  });
});

describe('rubricSchema', () => {
  it('refuses a field it does not know, so that a misspelt rule is not ignored', () => {
    expect(rubricSchema.safeParse({ ...seniorEngineer, levels: [] }).success).toBe(false);
  });
});

describe('a rubric whose ids do not fit together', () => {
  it('is refused with the place and the id', () => {
    expect([
      findings((changed) => (changed.pillars[0]!.lead = 'mentoring')),
      findings((changed) => (changed.ground.criteria[0]!.id = 'architecture')),
      findings((changed) => (changed.signals[0]!.criterionId = 'nonsense')),
    ]).toEqual([
      ["pillars.0.lead: 'mentoring' is no criterion of this pillar"],
      ["pillars: 'architecture' is there twice"],
      ["signals.0.criterionId: there is no criterion 'nonsense'"],
    ]);
  });
});

function findings(change: (changed: Rubric) => void) {
  const changed = structuredClone(rubric);
  change(changed);
  return rubricSchema.safeParse(changed).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
