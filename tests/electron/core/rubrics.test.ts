import { describe, expect, it } from 'vitest';
import type { RubricInput } from '../../../shared/domain/rubric.ts';
import { openTestCore, openTestJournal, temporaryFolder, win } from '../../helpers/core.ts';
import { rubric as builtIn } from '../../helpers/evidence-points.ts';

const criterion = (id: string, definition = 'Does it well.') => ({ id, name: id, definition, feeds: [] });
const ladder = (...ids: string[]): RubricInput => ({
  id: 'acme',
  name: 'Acme ladder',
  version: 1,
  source: 'A spreadsheet from Acme',
  pillars: [{ id: 'craft', name: 'Craft', criteria: ids.map((id) => criterion(id)) }],
  ground: { id: 'rest', name: 'The rest', criteria: [] },
  rules: { ...builtIn.rules, readiness: null },
  signals: [],
});

describe('the rubrics of a journal', () => {
  it('are the built-in one until another is saved and used', async () => {
    const { request } = await openTestJournal();
    expect(await request('rubric.get', {})).toEqual(builtIn);

    await request('rubrics.save', ladder('testing'));
    await request('rubrics.use', { id: 'acme' });

    const listed = await request('rubrics.list', {});
    expect(
      listed.map(({ id, version, criteria, isBuiltIn, isInUse }) => [id, version, criteria, isBuiltIn, isInUse]),
    ).toEqual([
      ['senior-engineer', 1, 19, true, false],
      ['acme', 1, 1, false, true],
    ]);
    expect((await request('coverage.get', {})).rubricId).toBe('acme');
  });

  it('keep every version, and evidence stays where the criterion is still there', async () => {
    const { request } = await openTestJournal();
    await request('rubrics.save', ladder('testing', 'reviewing'));
    await request('rubrics.use', { id: 'acme' });
    const { id } = await request('entries.create', win());
    await request('evidence.set', { entryId: id, criterionId: 'testing' });

    const saved = await request('rubrics.save', { ...ladder('testing', 'planning'), version: 99 });

    expect(saved.version).toBe(2);
    expect(
      (await request('rubrics.get', { id: 'acme', version: 1 })).pillars[0]?.criteria.map((one) => one.id),
    ).toEqual(['testing', 'reviewing']);
    const { criteria } = await request('coverage.get', {});
    expect(criteria.map((one) => [one.criterionId, one.entries])).toEqual([
      ['testing', 1],
      ['planning', 0],
    ]);
  });

  it('survive being opened again, by whoever opens the file', async () => {
    const folder = temporaryFolder();
    const first = await openTestJournal({ folder });
    await first.request('rubrics.save', ladder('testing'));
    const other = openTestCore({ folder });
    await first.request('rubrics.use', { id: 'acme' });

    expect((await other.request('rubric.get', {})).name).toBe('Acme ladder');
  });

  it('can be changed from the built-in one, which stays to be read as it was', async () => {
    const { request } = await openTestJournal();
    const rules = { ...builtIn.rules, shown: { ...builtIn.rules.shown, finishedEntries: 1, quarters: 1 } };
    expect((await request('rubrics.save', { ...builtIn, rules })).version).toBe(2);
    expect((await request('rubric.get', {})).rules.shown.finishedEntries).toBe(1);
    expect(await request('rubrics.get', { id: 'senior-engineer', version: 1 })).toEqual(builtIn);
  });

  it('are removed only when they are not used, not built in and without evidence', async () => {
    const { request } = await openTestJournal();
    await request('rubrics.save', ladder('testing'));
    await request('rubrics.use', { id: 'acme' });
    const { id } = await request('entries.create', win());
    await request('evidence.set', { entryId: id, criterionId: 'testing' });

    await expect(request('rubrics.remove', { id: 'acme' })).rejects.toThrow(
      '"Acme ladder" is in use. Use another one first.',
    );
    await request('rubrics.use', { id: 'senior-engineer' });
    await expect(request('rubrics.remove', { id: 'senior-engineer' })).rejects.toThrow('The built-in rubric stays.');
    await expect(request('rubrics.remove', { id: 'acme' })).rejects.toThrow('has evidence from 1 link, so it stays');
    await expect(request('rubrics.remove', { id: 'nope' })).rejects.toThrow("There is no rubric 'nope'.");
    await request('rubrics.use', { id: 'acme' });
    await request('evidence.remove', { entryId: id, criterionId: 'testing' });
    await request('rubrics.use', { id: 'senior-engineer' });
    await request('rubrics.remove', { id: 'acme' });
    expect((await request('rubrics.list', {})).map((one) => one.id)).toEqual(['senior-engineer']);
  });

  it('are refused when an id points nowhere', async () => {
    const { request } = await openTestJournal();
    const broken = { ...ladder('testing'), levels: { all: ['L1', 'L2'], mine: 'L3', target: null } };
    await expect(request('rubrics.save', broken)).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'levels.mine': "there is no level 'L3'" },
    });
  });
});

describe('the wording of a confidential rubric', () => {
  it('stays out of a packet unless it is asked for', async () => {
    const { request } = await openTestJournal();
    const secret = ladder('testing');
    secret.pillars[0]!.criteria[0]!.definition = 'Owns the test strategy of a domain.';
    await request('rubrics.save', { ...secret, isConfidential: true });
    await request('rubrics.use', { id: 'acme' });
    const { id } = await request('entries.create', win({ visibility: 'shareable' }));
    await request('evidence.set', { entryId: id, criterionId: 'testing' });
    const isPrinted = async (includesWording: boolean) => {
      const { markdown } = await request('packet.export', { audience: 'manager', includesWording });
      return [markdown.includes('testing'), markdown.includes('Owns the test strategy')];
    };

    expect([await isPrinted(false), await isPrinted(true)]).toEqual([
      [true, false],
      [true, true],
    ]);
  });
});
