import { describe, expect, it } from 'vitest';
import { entryContentSchema } from '../../../shared/domain/entry.ts';
import { suggestCriteria } from '../../../shared/domain/suggest.ts';
import { rubric } from '../../helpers/evidence-points.ts';

function suggested(content: Record<string, unknown>): [string, string[]][] {
  const entry = entryContentSchema.parse({ occurredOn: '2026-09-14', ...content });
  return suggestCriteria(rubric, entry).map(({ criterionId, reasons }) => [criterionId, reasons]);
}

const ids = (content: Record<string, unknown>) => suggested(content).map(([id]) => id);

describe('what the rules of the built-in rubric suggest', () => {
  it('says why, with the words it found', () => {
    expect(suggested({ kind: 'help', title: 'Ran a workshop on tracing', mode: 'teaching' })).toEqual([
      ['teaching', ['Help that explains', 'It speaks of explaining so that it stays: "workshop"']],
    ]);
  });

  it.each([
    [{ kind: 'help', title: 'Untangled the auth tests', mode: 'unblocking' }, ['hard-problems', 'helping-others']],
    [{ kind: 'help', title: 'First week of Noor', mode: 'onboarding' }, ['mentoring']],
    [{ kind: 'help', title: 'How do leases work', initiative: 'they-asked' }, ['go-to-expert']],
    [{ kind: 'design', title: 'Outbox over dual writes', form: 'design' }, ['architecture']],
    [{ kind: 'design', title: 'Outbox', form: 'design', role: 'reviewer' }, []],
    [
      { kind: 'design', title: 'No Kafka for this', form: 'decision-against', outcome: 'accepted' },
      ['technology-judgement', 'trusted-recommendations'],
    ],
    [
      { kind: 'design', title: 'No Kafka for this', form: 'decision-against', outcome: 'declined' },
      ['technology-judgement'],
    ],
    [{ kind: 'design', title: 'Ship the reader first', form: 'plan-change' }, ['shaping-plans']],
    [{ kind: 'win', title: 'Found the root cause of the nightly deadlock' }, ['hard-problems']],
    [{ kind: 'win', title: 'Led the rollout of single sign-on', role: 'drove' }, ['leading-projects']],
    [{ kind: 'win', title: 'Led the rollout of single sign-on', role: 'contributed' }, []],
    [{ kind: 'win', title: 'Nothing in particular' }, []],
  ] as const)('for %o is %j', (content, expected) => {
    expect(ids(content).toSorted()).toEqual([...expected].toSorted());
  });

  it('takes whole words only, in any case, and beginnings where the rule says so', () => {
    expect(ids({ kind: 'win', title: 'The LED blinks, and the crawler crawled' })).toEqual(['leading-projects']);
    expect(ids({ kind: 'win', title: 'Scheduled, assembled and pledged' })).toEqual(['coordination']);
    expect(ids({ kind: 'win', title: 'filled, called' })).toEqual([]);
  });

  it('finds words in the notes and in the result as well', () => {
    expect(ids({ kind: 'win', title: 'Search', body: 'It was a race\ncondition after all.' })).toEqual([
      'hard-problems',
    ]);
    expect(ids({ kind: 'win', title: 'Search', result: 'p99 halved' })).toEqual(['quality-of-work']);
  });
});
