import { describe, expect, it } from 'vitest';
import { listSentence, type EntryFilter } from '../../../../electron/core/db/entry-list-sql.ts';
import { EVIDENCE_OF_ENTRIES } from '../../../../electron/core/db/evidence-sql.ts';
import { openDriver } from '../../../../electron/core/db/open-driver.ts';
import { openTestJournal, win } from '../../../helpers/core.ts';

describe('the list at any size', () => {
  const filters: [string, Partial<EntryFilter>, RegExp][] = [
    ['newest first', {}, /SEARCH e USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/],
    ['of a kind', { kind: 'win' }, /SEARCH e USING INDEX entries_by_kind \(kind=\? AND rowid>\? AND rowid<\?\)/],
    ['of a tag', { tag: 'perf' }, /SEARCH l USING PRIMARY KEY \(tag_id=\? AND position>\? AND position<\?\)/],
    ['of a project', { project: 'x' }, /SEARCH l USING PRIMARY KEY \(project_id=\? AND position>\? AND position<\?\)/],
    ['of a person', { person: 'x' }, /SEARCH l USING PRIMARY KEY \(person_id=\? AND position>\? AND position<\?\)/],
    [
      'of a criterion',
      { criterion: 'architecture' },
      /SEARCH l USING PRIMARY KEY \(rubric_id=\? AND criterion_id=\? AND position>\?/,
    ],
    ['with a word', { match: 'x' }, /SCAN entry_text VIRTUAL TABLE INDEX \d+:.*M/],
    ['of a tag and a kind', { tag: 'perf', kind: 'win' }, /SEARCH l USING PRIMARY KEY/],
  ];

  it.each(filters)('%s reads along a key and sorts nothing', async (_, filter, key) => {
    const { core, path, request } = await openTestJournal();
    await request(
      'entries.createMany',
      Array.from({ length: 200 }, (_each, n) => win({ tags: [`t${n % 5}`] })),
    );
    core.close();
    const db = openDriver(path);
    const parameters = {
      first: 0,
      end: 1,
      limit: 50,
      kind: 'win',
      tag: 'perf',
      project: 'x',
      person: 'x',
      rubricId: 'x',
      criterion: 'architecture',
      match: 'x',
    };
    const plan = db
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${listSentence({ ...filter, rubricId: 'x' })}`)
      .all(parameters);
    const steps = plan.map((step) => step.detail).join('\n');
    expect(steps).toMatch(key);
    expect(steps).not.toMatch(/SCAN (?!entry_text)|TEMP B-TREE/);
    db.close();
  });
});

describe('the evidence of a page of entries', () => {
  it('is read along the entries, however much evidence there is', async () => {
    const { core, path } = await openTestJournal();
    core.close();
    const db = openDriver(path);
    const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${EVIDENCE_OF_ENTRIES}`).all('[1]', 'x');
    expect(plan.map((step) => step.detail).join('\n')).toMatch(
      /SEARCH evidence USING INDEX evidence_by_entry \(position=\?/,
    );
    db.close();
  });
});
