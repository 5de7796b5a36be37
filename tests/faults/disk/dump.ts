import type { Request } from '../../../shared/contract/client.ts';

/** Everything that was written into a journal, as text: two journals with the same text hold the same. */
export async function dumpJournal(request: Request): Promise<string> {
  const entries = [...(await listAll(request, false)), ...(await listAll(request, true))];
  const histories = [];
  for (const { id } of entries) histories.push(await request('entries.history', { id }));
  return JSON.stringify(
    {
      entries,
      histories,
      people: await request('people.list', {}),
      periods: await request('periods.list', {}),
      days: (await request('days.list', { from: '2026-01-01', to: '2026-12-31' })).filter(({ mark }) => mark !== null),
      answers: await request('signals.history', {}),
      goals: await request('goals.list', {}),
      marks: await request('criteria.marks', {}),
      rubrics: await request('rubrics.list', {}),
      profile: await request('profile.get', {}),
      packet: await request('packet.get', {}),
      draft: await request('drafts.get', { place: 'composer' }),
      filters: await request('filters.get', {}),
    },
    null,
    1,
  );
}

async function listAll(request: Request, trashed: boolean) {
  const entries = [];
  let before: number | undefined;
  for (;;) {
    const page = await request('entries.list', { trashed, limit: 500, before });
    entries.push(...page.entries);
    if (page.nextBefore === null) return entries;
    before = page.nextBefore;
  }
}
