import { copyFileSync } from 'node:fs';
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
});
