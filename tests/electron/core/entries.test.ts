import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../helpers/core.ts';

describe('entries', () => {
  it('come back as typed, with the defaults filled in', async () => {
    const { request } = await openTestJournal();
    const created = await request('entries.create', {
      kind: 'help',
      title: '  Paired with Jürgen on 認証 🔐 ',
      people: ['Jürgen'],
    });
    expect(created).toEqual({
      kind: 'help',
      title: 'Paired with Jürgen on 認証 🔐',
      body: '',
      result: '',
      metrics: [],
      people: [{ name: 'Jürgen', part: 'helped' }],
      projects: [],
      tags: [],
      links: [],
      status: 'done',
      visibility: 'private',
      raiseAtNextMeeting: false,
      mode: null,
      initiative: null,
      minutes: null,
      canNow: '',
      occurredOn: '2026-11-24',
      id: created.id,
      revision: 1,
      createdAt: '2026-11-24T09:00:00.000Z',
      updatedAt: '2026-11-24T09:00:00.000Z',
      trashedAt: null,
      evidence: [],
    });
    expect(await request('entries.get', { id: created.id })).toEqual(created);
  });

  it('keep every field of every kind through a save and a restart', async () => {
    const first = await openTestJournal();
    const drafts = [
      win({
        body: '# Why\n\n- a\n- b\n\n```ts\nfoo.bar()\n```\r\n\ttab',
        result: 'Abandoned carts fell by 3 %',
        metrics: [{ label: 'p99', before: 420, after: '180', unit: 'ms', source: 'Grafana' }],
        people: [{ name: 'Ana', part: 'witness' }],
        projects: ['checkout'],
        tags: ['performance'],
        links: [{ title: 'PR', url: 'https://git.example.com/1' }],
        status: 'doing',
        visibility: 'sealed',
        raiseAtNextMeeting: true,
        role: 'contributed',
        unblocked: { who: 'the payments team', howLong: '3 weeks' },
      }),
      {
        kind: 'help' as const,
        title: 'Reviewed the first design of a colleague',
        mode: 'review' as const,
        initiative: 'they-asked' as const,
        minutes: 45,
        canNow: 'writes design notes alone',
      },
      {
        kind: 'design' as const,
        title: 'Chose outbox over dual writes',
        form: 'decision-against' as const,
        role: 'decider' as const,
        alternatives: 'Dual writes; CDC',
        outcome: 'accepted' as const,
        lookBackOn: '2027-03-01',
      },
    ];
    const created = await first.request('entries.createMany', drafts);
    first.core.close();
    const again = await openTestJournal({ folder: first.folder });
    const { entries } = await again.request('entries.list', {});
    expect(entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(created);
    expect(created[0]).toMatchObject({ metrics: [{ before: '420', after: '180' }], body: drafts[0]?.body });
  });

  it('are added all or not at all, and the entry at fault is named', async () => {
    const { request } = await openTestJournal();
    const drafts = [
      win(),
      win({ title: 'second', evidence: [{ criterionId: 'architecture' }, { criterionId: 'nonsense' }] }),
    ];
    await expect(request('entries.createMany', drafts)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Entry 2'),
      fields: { '1.evidence.1.criterionId': expect.stringContaining("'nonsense'") },
    });
    expect((await request('entries.list', {})).entries).toEqual([]);
  });

  it('count evidence that came with them as confirmed', async () => {
    const { request } = await openTestJournal();
    const { evidence } = await request(
      'entries.create',
      win({ evidence: [{ criterionId: 'architecture', strong: true }] }),
    );
    expect(evidence).toEqual([{ criterionId: 'architecture', state: 'confirmed', strong: true }]);
  });

  it.each([
    ['an unknown field', { kind: 'win', title: 'x', titel: 'y' }, 'does not know: titel'],
    ['an unknown kind', { kind: 'story', title: 'x' }, 'must be one of win, help, design'],
    ['a missing title', { kind: 'win' }, 'title: is missing'],
    ['an empty title', { kind: 'win', title: '  ' }, 'title: must not be empty'],
    ['a title of two lines', { kind: 'win', title: 'a\nb' }, 'title: must be one line'],
    ['a title that is too long', { kind: 'win', title: 'x'.repeat(257) }, 'title: is longer than 256'],
    [
      'a day that does not exist',
      { kind: 'win', title: 'x', occurredOn: '2026-02-30' },
      'occurredOn: must be a calendar day',
    ],
    ['a NUL character', { kind: 'win', title: 'x', body: 'a\0b' }, 'body: contains a NUL character'],
    ['half a character', { kind: 'win', title: 'x', body: 'a\ud83d' }, 'body: contains half of a character'],
    ['a script as a link', { kind: 'win', title: 'x', links: ['javascript:alert(1)'] }, 'links.0.url: must be an http'],
    [
      'a part nobody plays',
      { kind: 'win', title: 'x', people: [{ name: 'A', part: 'boss' }] },
      'people.0.part: must be one of',
    ],
  ])('refuse %s and say what is wrong', async (_, draft, message) => {
    const { core } = await openTestJournal();
    expect(core.serve('entries.create', draft)).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining(message) },
    });
  });
});

describe('the list', () => {
  it('is newest day first, and within a day what was logged last comes first', async () => {
    const { request } = await openTestJournal();
    await request('entries.createMany', [
      win({ title: 'middle', occurredOn: '2026-09-14' }),
      win({ title: 'old', occurredOn: '1969-12-31' }),
      win({ title: 'new', occurredOn: '2026-11-01' }),
      win({ title: 'middle, later', occurredOn: '2026-09-14' }),
    ]);
    const { entries } = await request('entries.list', {});
    expect(entries.map((entry) => entry.title)).toEqual(['new', 'middle, later', 'middle', 'old']);
  });

  it('can be read page by page without a gap or a repeat', async () => {
    const { request } = await openTestJournal();
    await request(
      'entries.createMany',
      Array.from({ length: 25 }, (_, n) => win({ title: `win ${n}` })),
    );
    const titles: string[] = [];
    let before: number | undefined;
    do {
      const page = await request('entries.list', { limit: 10, ...(before === undefined ? {} : { before }) });
      titles.push(...page.entries.map((entry) => entry.title));
      before = page.nextBefore ?? undefined;
    } while (before !== undefined);
    expect(titles).toEqual(Array.from({ length: 25 }, (_, n) => `win ${24 - n}`));
  });

  it('filters by kind, days, tag, project, person and criterion, alone and together', async () => {
    const { request } = await openTestJournal();
    await request('entries.createMany', [
      win({
        title: 'a',
        tags: ['Perf'],
        projects: ['checkout'],
        people: ['Ana'],
        evidence: [{ criterionId: 'architecture' }],
      }),
      win({ title: 'b', tags: ['perf'], occurredOn: '2026-10-01' }),
      { kind: 'design', title: 'c', occurredOn: '2026-09-20', tags: ['perf'], projects: ['Checkout'] },
    ]);
    const titles = async (query: Parameters<typeof request<'entries.list'>>[1]) =>
      (await request('entries.list', query)).entries.map((entry) => entry.title);
    expect({
      kind: await titles({ kind: 'win' }),
      days: await titles({ from: '2026-09-15', to: '2026-09-30' }),
      tag: await titles({ tag: 'PERF' }),
      project: await titles({ project: 'checkout' }),
      person: await titles({ person: 'ana' }),
      criterion: await titles({ criterionId: 'architecture' }),
      together: await titles({ tag: 'perf', project: 'checkout', kind: 'design', from: '2026-09-01' }),
      unknownTag: await titles({ tag: 'nope' }),
    }).toEqual({
      kind: ['b', 'a'],
      days: ['c'],
      tag: ['b', 'c', 'a'],
      project: ['c', 'a'],
      person: ['a'],
      criterion: ['a'],
      together: ['c'],
      unknownTag: [],
    });
  });
});
