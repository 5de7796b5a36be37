import { describe, it, expect } from 'vitest';
import { demoDrafts, demoPacket, demoPeople, demoProfile } from '../../../electron/core/demo-journal.ts';
import { coverRubric } from '../../../shared/domain/cover-rubric.ts';
import type { EvidencePoint } from '../../../shared/domain/coverage.ts';
import { addDays, type Day } from '../../../shared/domain/day.ts';
import { entryDraftSchema } from '../../../shared/domain/entry.ts';
import { savedPacketSchema } from '../../../shared/domain/packet.ts';
import { personSchema } from '../../../shared/domain/person.ts';
import { profileSchema } from '../../../shared/domain/profile.ts';
import { rubricSchema, rubricToCriteria } from '../../../shared/domain/rubric.ts';
import seniorEngineer from '../../../resources/rubrics/senior-engineer.json' with { type: 'json' };

const rubric = rubricSchema.parse(seniorEngineer);
const TODAY = '2026-11-24';
const firstDaysOf2027 = Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-01`);
const leapDays = ['2028-02-29', '2028-03-01', '2029-02-28'];
const oneWeek = Array.from({ length: 7 }, (_, days) => addDays('2026-12-28', days));
const manyDays = [TODAY, ...firstDaysOf2027, ...leapDays, ...oneWeek];

const parsedDrafts = (today: Day) => demoDrafts(today).map((draft) => entryDraftSchema.parse(draft));

describe('demoDrafts', () => {
  it('is a year of about 130 entries of all kinds, about half of them shareable', () => {
    const drafts = parsedDrafts(TODAY);
    const count = (matches: (draft: (typeof drafts)[number]) => boolean) => drafts.filter(matches).length;
    expect({
      all: drafts.length,
      win: count(({ kind }) => kind === 'win'),
      help: count(({ kind }) => kind === 'help'),
      design: count(({ kind }) => kind === 'design'),
      shareable: count(({ visibility }) => visibility === 'shareable'),
      sealed: count(({ visibility }) => visibility === 'sealed'),
      doing: count(({ status }) => status === 'doing'),
      forTheNextMeeting: count((draft) => draft.raiseAtNextMeeting),
    }).toEqual({
      all: 132,
      win: 56,
      help: 50,
      design: 26,
      shareable: 64,
      sealed: 4,
      doing: 4,
      forTheNextMeeting: 4,
    });
  });

  it.each(manyDays)('lies in the year before %s, oldest first', (today) => {
    const days = demoDrafts(today).map(({ occurredOn }) => occurredOn!);
    expect(days).toEqual(days.toSorted());
    expect(days[0]! >= addDays(today, -364)).toBe(true);
    expect(days.at(-1)! <= today).toBe(true);
  });

  it('names only criteria of the built-in rubric', () => {
    const known = new Set(rubricToCriteria(rubric).map(({ id }) => id));
    const named = parsedDrafts(TODAY).flatMap(({ evidence }) => evidence.map(({ criterionId }) => criterionId));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(manyDays)('has design shown, mentoring one proof away and leadership thin on %s', (today) => {
    const { criteria, pillars, readiness, nearest } = coverRubric(rubric, draftsToPoints(today));
    expect(Object.fromEntries(pillars.map((one) => [one.pillarId, one.coverage]))).toEqual({
      design: 'shown',
      mentorship: 'some',
      leadership: 'some',
    });
    expect(Object.groupBy(criteria, (one) => one.coverage)).toEqual({
      shown: withIds(
        'architecture decomposition hard-problems teaching helping-others independent-delivery quality-of-work',
      ),
      some: withIds(
        'technology-judgement depth-and-range mentoring go-to-expert leading-projects shaping-plans ' +
          'trusted-recommendations raising-the-team working-with-others own-growth',
      ),
      none: withIds('coordination own-career'),
    });
    expect([readiness?.outcome, nearest]).toEqual([
      'one',
      { pillarId: 'mentorship', step: 'Mentoring: a result and a link or a witness on one finished entry' },
    ]);
  });

  it('has a quiet stretch of four weeks', () => {
    const days = demoDrafts(TODAY).map(({ occurredOn }) => occurredOn!);
    expect(days.some((day, at) => addDays(day, 28) < (days[at + 1] ?? day))).toBe(true);
  });

  it('keeps the names of people out of the text of what is shareable', () => {
    const names = demoPeople.flatMap(({ name }) => name.split(' '));
    const shareable = parsedDrafts(TODAY).filter(({ visibility }) => visibility === 'shareable');
    const texts = shareable.map((draft) => JSON.stringify({ ...draft, people: [] }));
    expect(names.filter((name) => texts.some((text) => text.includes(name)))).toEqual([]);
  });

  it('links only to hosts that can never exist', () => {
    const hosts = parsedDrafts(TODAY).flatMap(({ links }) => links.map(({ url }) => new URL(url).host));
    expect(hosts.filter((host) => !host.endsWith('.example.com'))).toEqual([]);
  });

  it('gives the same drafts for the same day', () => {
    expect(demoDrafts(TODAY)).toEqual(demoDrafts(TODAY));
  });
});

describe('demoPeople', () => {
  it('knows everybody in the entries, each with a role, and names only the manager in exports', () => {
    const known = new Set(demoPeople.map(({ name }) => name));
    const met = new Set(parsedDrafts(TODAY).flatMap(({ people }) => people.map(({ name }) => name)));
    expect(met).toEqual(known);
    expect(demoPeople.map((person) => personSchema.parse(person))).toEqual(demoPeople);
    expect(demoPeople.filter(({ role }) => role === '')).toEqual([]);
    expect(demoPeople.filter((one) => one.isNamedInExports).map(({ name }) => name)).toEqual(['Katarzyna Wójcik']);
  });
});

describe('demoPacket and demoProfile', () => {
  it('are valid, with a case of at most 80 words', () => {
    expect(savedPacketSchema.parse(demoPacket)).toEqual(demoPacket);
    expect(profileSchema.parse(demoProfile)).toEqual(demoProfile);
    expect(demoPacket.theCase.split(/\s+/).length).toBeLessThanOrEqual(80);
  });

  it('cite shareable, finished entries, counted oldest first', () => {
    const shareable = parsedDrafts(TODAY).filter(({ visibility }) => visibility === 'shareable');
    const cited = [...demoPacket.theCase.matchAll(/\[E(\d+)\]/g)].map(([, number]) => shareable[Number(number) - 1]);
    expect(cited.map((entry) => [entry?.status, entry?.title.slice(0, 24)])).toEqual([
      ['done', 'Outbox for booking event'],
      ['done', 'All twelve event types o'],
      ['done', 'Checkout is slow: split '],
      ['done', 'Checkout latency project'],
      ['done', 'The “ghost labels”: labe'],
    ]);
  });
});

function draftsToPoints(today: Day): EvidencePoint[] {
  return parsedDrafts(today).flatMap((draft) =>
    draft.evidence.map(({ criterionId, strong }) => ({
      criterionId,
      strong,
      occurredOn: draft.occurredOn!,
      status: draft.status,
      hasResult: draft.result !== '' || draft.metrics.length > 0 || (draft.kind === 'help' && draft.canNow !== ''),
      hasProof: draft.links.length > 0 || draft.people.some(({ part }) => part === 'witness'),
    })),
  );
}

function withIds(ids: string) {
  return ids.split(' ').map((criterionId) => expect.objectContaining({ criterionId }) as unknown);
}
