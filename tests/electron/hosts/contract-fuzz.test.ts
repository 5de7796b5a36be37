import { describe, expect, it } from 'vitest';
import { askAll } from '../../doors/requests.ts';
import { openTestCore } from '../../helpers/core.ts';
import { fuzzMethod, methods } from '../../hostile/fuzz-contract.ts';

/** A few of each; `npm run faults` asks a thousand. */
const TRIES = 25;

describe('every method of the contract', () => {
  it('refuses in words whatever it is asked, and the journal stays whole', { timeout: 60_000 }, async () => {
    const { core, request } = openTestCore();
    const send = async (method: string, input: unknown) => core.serve(method, input);
    await askAll(send);
    const seed = Date.now();
    const faults: string[] = [];
    for (const method of methods) {
      const fuzzed = await fuzzMethod(send, method, TRIES, seed);
      faults.push(...fuzzed.faults.map((fault) => `${method}: ${fault} (seed ${seed})`));
    }
    expect(faults).toEqual([]);
    expect((await request('journal.check', {})).filter(({ isOk }) => !isOk)).toEqual([]);
  });

  it('refuses what is nested too deeply or contains itself', async () => {
    const { core, request } = openTestCore();
    await request('journal.create', {});
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    let deep: unknown = [];
    for (let level = 0; level < 100_000; level++) deep = [deep];
    for (const content of [circle, deep]) {
      expect(core.serve('drafts.save', { place: 'composer', content })).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
    }
  });
});
