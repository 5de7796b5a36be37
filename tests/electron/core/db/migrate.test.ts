import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../../shared/contract/client.ts';
import { openTestCore, temporaryFolder } from '../../../helpers/core.ts';

describe('a journal of an earlier Rung', () => {
  it('of schema 1 opens with everything in it, and can be searched', async () => {
    const folder = temporaryFolder();
    copyFileSync(
      join(import.meta.dirname, '../../../fixtures/journals/schema-1.sqlite'),
      join(folder, 'journal.sqlite'),
    );
    chmodSync(join(folder, 'journal.sqlite'), 0o600);
    const { core } = openTestCore({ folder });
    const request = createClient(async (method, input) => core.serve(method, input));
    const { entries } = await request('entries.list', {});
    expect(entries.map(({ title, revision }) => [title, revision])).toEqual([
      ['y', 1],
      ['x', 1],
      ['Cut checkout p99', 2],
      ['hello', 1],
    ]);
    expect((await request('find.entries', { query: 'carts grafana' })).entries.map((entry) => entry.title)).toEqual([
      'Cut checkout p99',
    ]);
    expect((await request('journal.check', {})).filter((check) => !check.isOk)).toEqual([]);
  });

  it('of schema 3 opens with its days, periods and answers, and can be read by another rubric', async () => {
    const folder = temporaryFolder();
    copyFileSync(
      join(import.meta.dirname, '../../../fixtures/journals/schema-3.sqlite'),
      join(folder, 'journal.sqlite'),
    );
    chmodSync(join(folder, 'journal.sqlite'), 0o600);
    const { request } = openTestCore({ folder });

    expect({
      entries: (await request('entries.list', {})).entries.map(({ title }) => title),
      mark: (await request('days.list', { from: '2026-11-20', to: '2026-11-20' }))[0]?.mark,
      periods: (await request('periods.list', {})).map(({ note }) => note),
      answers: (await request('signals.history', {})).map(({ signalId }) => signalId),
      rubrics: (await request('rubrics.list', {})).map(({ id }) => id),
      goals: await request('goals.list', {}),
      wrong: (await request('journal.check', {})).filter((check) => !check.isOk),
    }).toEqual({
      entries: ['the retry queue', 'untangle the flaky auth tests', 'Cut checkout p99'],
      mark: 'others',
      periods: ['summer'],
      answers: ['sought-out'],
      rubrics: ['senior-engineer'],
      goals: [],
      wrong: [],
    });
  });
});
