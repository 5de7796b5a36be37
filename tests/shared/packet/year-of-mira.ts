import type { PacketSource } from '../../../shared/packet/export-packet.ts';
import { entry, rubric } from './journal.ts';

const proof = { result: 'It held.', links: [{ title: 'Note', url: 'https://example.com/n' }] };

/** A small journal with something of everything: the golden packets are made from it. */
export const yearOfMira: PacketSource = {
  options: {
    audience: 'manager',
    period: { from: '2025-11-25', to: '2026-11-24' },
    theCase:
      'I ask to be considered for senior. The outbox [E2] held for a year. [[private: I would also take Staff.]]',
  },
  profile: {
    name: 'Mira Okafor',
    currentTitle: 'Software engineer',
    targetTitle: 'Senior engineer',
    employer: 'Northwind',
  },
  rubric,
  people: [
    { name: 'Priya Raman', role: 'the tech lead', isNamedInExports: false },
    { name: 'Katarzyna Wójcik', role: 'my manager', isNamedInExports: true },
    { name: 'Tom Baker', role: '', isNamedInExports: false },
  ],
  entries: [
    entry({ title: 'Deleted the old quote engine', occurredOn: '2025-12-02', role: 'contributed', tags: ['clean-up'] }),
    entry({
      kind: 'design',
      title: 'Outbox for booking events',
      occurredOn: '2025-12-11',
      body: '## Problem\nTwo writes, no shared transaction.\n\n- one\n- two\n\n```sql\nselect 1;\n```',
      alternatives: '- Publish first: worse.\n- A nightly job: hides the next bug.',
      outcome: 'accepted',
      lookBackOn: '2026-12-01',
      projects: ['checkout'],
      people: [
        { name: 'Priya Raman', part: 'witness' },
        { name: 'Tom Baker', part: 'worked-with' },
      ],
      metrics: [{ label: 'Lost events a week', before: '3–9', after: '0', source: 'gap query' }],
      evidence: [
        { criterionId: 'architecture', strong: true },
        { criterionId: 'decomposition', strong: false },
      ],
      ...proof,
    }),
    entry({
      kind: 'design',
      title: 'Relay polls instead of listening',
      occurredOn: '2026-02-03',
      form: 'technique',
      evidence: [{ criterionId: 'architecture' }],
      ...proof,
    }),
    entry({
      kind: 'design',
      title: 'Read model for labels',
      occurredOn: '2026-05-19',
      status: 'doing',
      evidence: [{ criterionId: 'decomposition' }],
    }),
    entry({
      kind: 'help',
      title: 'Untangled the flaky tests with Tom Baker',
      occurredOn: '2026-03-09',
      mode: 'pairing',
      initiative: 'they-asked',
      minutes: 90,
      canNow: 'Tom reads the *Gherkin* reports and fixes the clock mix-ups alone.',
      people: ['Tom Baker', { name: 'Lena', part: 'helped' }, { name: 'Katarzyna Wójcik', part: 'witness' }],
      evidence: [{ criterionId: 'mentoring' }, { criterionId: 'helping-others' }],
    }),
    entry({ kind: 'help', title: 'On call for payments | a quiet night', occurredOn: '2026-07-01', mode: 'on-call' }),
    entry({
      title: 'Checkout p99 is down',
      occurredOn: '2026-09-14',
      result: 'Nobody waits for quotes any more.',
      metrics: [
        { label: 'Checkout p99', before: 420, after: 180, unit: 'ms', source: 'Grafana, two weeks' },
        { label: 'Abandoned', before: 7.9, after: 6.8, unit: '%' },
      ],
      unblocked: { who: 'Priya and the front end', howLong: 'three weeks' },
      people: [{ name: 'Priya Raman', part: 'witness' }],
      evidence: [{ criterionId: 'leading-projects', strong: true }],
    }),
    entry({ title: 'A talk I have not given yet', occurredOn: '2026-10-02', visibility: 'private', status: 'doing' }),
    entry({ title: 'Asked about pay', occurredOn: '2026-10-03', visibility: 'sealed' }),
  ],
};
