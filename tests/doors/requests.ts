import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Send } from '../../shared/contract/client.ts';
import type { Reply } from '../../shared/contract/errors.ts';

/** One question to a journal, which may name what was made before it. */
interface DoorRequest {
  method: string;
  /** `entry` is the id of the first entry that was created, `backup` the name of the first backup, `goal` the id of the first goal, `journal` its file. */
  input: (entry: string, backup: string, goal: string, journal: string) => unknown;
}

const missing = '01990000-0000-7000-8000-000000000000';

const ladder = {
  id: 'acme',
  name: 'Acme ladder',
  version: 1,
  source: '',
  pillars: [
    { id: 'craft', name: 'Craft', criteria: [{ id: 'testing', name: 'Testing', definition: 'Tests.', feeds: [] }] },
  ],
  ground: { id: 'rest', name: 'The rest', criteria: [] },
  rules: {
    shown: { finishedEntries: 3, quarters: 2, withResultAndProof: 1 },
    pillarShown: { othersBesideLead: 1 },
    readiness: null,
  },
  signals: [],
};

/** A session on a new journal that asks every method, and some things that are refused. */
export const requests: DoorRequest[] = [
  ask('journal.status', {}),
  ask('entries.list', {}),
  ask('journal.create', {}),
  ask('journal.status', {}),
  ask('entries.create', {
    kind: 'win',
    title: 'Cut checkout p99 from 420 ms to 180 ms 🚀',
    occurredOn: '2026-09-14',
    people: ['Maria'],
    visibility: 'shareable',
    evidence: [{ criterionId: 'hard-problems', strong: true }],
  }),
  ask('entries.createMany', [
    { kind: 'help', title: 'Paired on 認証 tests', occurredOn: '2026-09-15', minutes: 45 },
    { kind: 'design', title: 'Chose an outbox over dual writes', occurredOn: '2026-09-16' },
  ]),
  { method: 'entries.get', input: (entry) => ({ id: entry }) },
  ask('entries.get', { id: missing }),
  ask('entries.get', { id: 'no id' }),
  { method: 'entries.resolve', input: (entry) => ({ idPart: entry.slice(-8) }) },
  ask('entries.resolve', { idPart: 'ffff0000' }),
  ask('entries.list', { kind: 'help' }),
  ask('entries.list', { limit: 1 }),
  { method: 'entries.update', input: (entry) => rewrite(entry, 1, 'Cut checkout p99 to 180 ms') },
  { method: 'entries.update', input: (entry) => rewrite(entry, 1, 'Written from an old version') },
  { method: 'entries.history', input: (entry) => ({ id: entry }) },
  { method: 'entries.trash', input: (entry) => ({ id: entry }) },
  ask('entries.list', { trashed: true }),
  { method: 'entries.restore', input: (entry) => ({ id: entry }) },
  { method: 'evidence.set', input: (entry) => ({ entryId: entry, criterionId: 'architecture' }) },
  { method: 'evidence.set', input: (entry) => ({ entryId: entry, criterionId: 'no such criterion' }) },
  { method: 'evidence.remove', input: (entry) => ({ entryId: entry, criterionId: 'architecture' }) },
  ask('rubric.get', {}),
  ask('rubrics.list', {}),
  ask('rubrics.get', { id: 'senior-engineer' }),
  ask('rubrics.get', { id: 'senior-engineer', version: 9 }),
  ask('rubrics.save', ladder),
  ask('rubrics.save', { ...ladder, pillars: [] }),
  ask('rubrics.use', { id: 'acme' }),
  ask('rubrics.use', { id: 'nope' }),
  ask('rubrics.use', { id: 'senior-engineer' }),
  ask('rubrics.remove', { id: 'senior-engineer' }),
  ask('rubrics.remove', { id: 'acme' }),
  ask('criteria.mark', { criterionId: 'teaching', isOff: false, noOpportunitySince: '2026-06-01', note: '' }),
  ask('criteria.mark', { criterionId: 'nope', isOff: true, noOpportunitySince: null, note: '' }),
  ask('criteria.marks', {}),
  ask('focus.set', { quarter: '2026-Q4', criterionIds: ['teaching'] }),
  ask('focus.set', { quarter: 'Q4', criterionIds: [] }),
  ask('focus.get', { quarter: '2026-Q4' }),
  ask('ladder.read', { fileName: 'ladder.csv', text: 'Skill,L1,L2\nTesting,Tests,Tests a lot' }),
  ask('ladder.read', { fileName: 'ladder.json', text: '{' }),
  ask('ladder.preview', { fileName: '', text: 'Tests: a lot', choice: { name: 'Acme' } }),
  ask('review.list', { limit: 2 }),
  ask('review.count', {}),
  ask('goals.save', { criterionId: 'teaching', title: 'Give a talk' }),
  { method: 'goals.link', input: (entry, _backup, goal) => ({ id: goal, entryId: entry, isLinked: true }) },
  { method: 'goals.review', input: (_entry, _backup, goal) => ({ id: goal, state: 'reached', note: 'Given.' }) },
  ask('goals.list', {}),
  { method: 'goals.remove', input: (_entry, _backup, goal) => ({ id: goal }) },
  ask('goals.remove', { id: missing }),
  ask('coverage.get', { from: '2026-07-01', to: '2026-12-31' }),
  ask('coverage.get', { from: '2026-12-31', to: '2026-07-01' }),
  ask('people.save', { name: 'Maria', role: 'a junior engineer' }),
  ask('people.list', {}),
  ask('drafts.save', { place: 'composer', content: { title: 'Half a sen' } }),
  ask('drafts.get', { place: 'composer' }),
  ask('drafts.discard', { place: 'composer' }),
  ask('drafts.get', { place: 'composer' }),
  ask('profile.save', { name: 'Sam', currentTitle: 'Engineer II', targetTitle: 'Senior Engineer' }),
  ask('profile.get', {}),
  ask('packet.save', { audience: 'committee', theCase: 'Twice as fast, in a quarter.' }),
  ask('packet.get', {}),
  ask('packet.export', { audience: 'manager', theCase: 'Twice as fast.' }),
  ask('find.entries', { query: 'kind:help 認証' }),
  ask('names.list', {}),
  { method: 'entries.updateMany', input: (entry) => [rewrite(entry, 2, 'Changed with others')] },
  { method: 'entries.updateMany', input: (entry) => [rewrite(entry, 2, 'Changed too late')] },
  { method: 'entries.trashMany', input: (entry) => ({ ids: [entry] }) },
  { method: 'entries.restoreMany', input: (entry) => ({ ids: [entry] }) },
  { method: 'evidence.setMany', input: (entry) => [{ entryId: entry, criterionId: 'mentoring', strong: true }] },
  { method: 'evidence.removeMany', input: (entry) => [{ entryId: entry, criterionId: 'mentoring' }] },
  ask('backups.make', {}),
  ask('backups.list', {}),
  { method: 'backups.preview', input: (_entry, name) => ({ name }) },
  { method: 'backups.restore', input: (_entry, name) => ({ name }) },
  ask('backups.restore', { name: 'journal-none.sqlite' }),
  { method: 'backups.takeIn', input: (_entry, name, _goal, journal) => ({ arrival: layArrival(journal, name) }) },
  ask('backups.takeIn', { arrival: 'arrival-0123456789abcdef' }),
  ask('backups.takeIn', { arrival: '../journal.sqlite' }),
  ask('backups.place', {}),
  ask('backups.catchUp', {}),
  ask('backups.tend', {}),
  ask('trash.purge', {}),
  ask('days.mark', { day: '2026-09-14', mark: 'others' }),
  ask('days.list', { from: '2026-09-13', to: '2026-09-15' }),
  ask('days.list', { from: '2026-09-15', to: '2026-09-13' }),
  ask('periods.save', { id: missing, kind: 'leave', from: '2026-08-01', to: '2026-08-20' }),
  ask('periods.list', {}),
  ask('periods.remove', { id: missing }),
  ask('filters.save', [{ name: 'Help', query: 'kind:help' }]),
  ask('filters.get', {}),
  ask('reminder.save', { isOn: true, time: '17:00', asksSignals: true }),
  ask('reminder.get', {}),
  ask('reminder.due', {}),
  ask('reminder.snooze', { minutes: 30 }),
  ask('reminder.shown', {}),
  ask('signals.due', {}),
  ask('signals.answer', { signalId: 'sought-out', answer: 'yes' }),
  ask('signals.answer', { signalId: 'unknown', answer: 'yes' }),
  ask('signals.history', {}),
  ask('journal.repair', {}),
  ask('journal.view', {}),
  ask('journal.salvage', { isPreview: true }),
  ask('journal.version', {}),
  ask('journal.check', {}),
  ask('entries.create', { kind: 'win' }),
  ask('entries.create', { kind: 'win', title: 'x', surprise: true }),
  ask('entries.create', null),
  ask('entries.drop', {}),
  ask('__proto__', {}),
  ask('constructor', {}),
  { method: 'entries.trashMany', input: (entry) => ({ ids: [entry] }) },
  { method: 'entries.purge', input: (entry) => ({ ids: [entry] }) },
];

/** What was asked, and the answer without what differs from one journal to the next: ids, times and places. */
export interface Answered {
  method: string;
  reply: unknown;
}

/** Asks everything through one door, in order. */
export async function askAll(send: Send): Promise<Answered[]> {
  const answers: Answered[] = [];
  let entry = missing;
  let backup = '';
  let goal = missing;
  let journal = '';
  for (const { method, input } of requests) {
    const reply = await send(method, input(entry, backup, goal, journal));
    if (method === 'journal.status') journal = (reply as { value: { path: string } }).value.path;
    if (method === 'entries.create' && entry === missing) entry = readId(reply);
    if (method === 'backups.make') backup = (reply as { value: { name: string } }).value.name;
    if (method === 'goals.save' && goal === missing) goal = readId(reply);
    answers.push({ method, reply: withoutIdentity(reply) });
  }
  return answers;
}

function ask(method: string, input: unknown): DoorRequest {
  return { method, input: () => input };
}

/** A backup once more, as a file from elsewhere that waits to be checked. */
function layArrival(journal: string, backup: string): string {
  const folder = join(dirname(journal), 'backups');
  copyFileSync(join(folder, backup), join(folder, 'arrival-aaaaaaaaaaaaaaaa'));
  return 'arrival-aaaaaaaaaaaaaaaa';
}

function rewrite(id: string, baseRevision: number, title: string): unknown {
  return { id, baseRevision, content: { kind: 'win', title, occurredOn: '2026-09-14' } };
}

function readId(reply: Reply): string {
  if (!reply.ok) throw new Error(reply.error.message);
  return (reply.value as { id: string }).id;
}

function withoutIdentity(reply: Reply): unknown {
  return JSON.parse(
    JSON.stringify(reply)
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.-]+Z/g, '<time>')
      .replaceAll(/"[0-9a-f]{64}"/g, '"<sha256>"')
      .replaceAll(/("bytes":)\d+/g, '$1"<bytes>"')
      .replaceAll(/[^"\s]*[/\\]journal\.sqlite(?:\.replaced-<time>)?/g, '<journal>')
      .replaceAll(/("today":)"[\d-]+"/g, '$1"<today>"')
      .replaceAll(/("version":)"[\d.]+"/g, '$1"<version>"'),
  );
}
