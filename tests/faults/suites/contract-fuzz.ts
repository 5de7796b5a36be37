import { join } from 'node:path';
import { openCore } from '../../../electron/core/open-core.ts';
import { askAll } from '../../doors/requests.ts';
import { fuzzMethod, methods } from '../../hostile/fuzz-contract.ts';
import { withScratch } from '../scratch.ts';
import type { Found, Suite } from '../suite.ts';

/** Everything that may be asked of a journal is asked what nobody should ask. */
export const contractFuzz: Suite = {
  name: 'contract fuzz',
  promise: 'Whatever is asked of a journal, it answers in words and stays whole',
  run: (effort) => withScratch('fuzz', (place) => fuzz(place, { brief: 20, short: 1_000, full: 20_000 }[effort])),
};

async function fuzz(place: string, each: number): Promise<Found> {
  const core = openCore({
    path: join(place, 'journal.sqlite'),
    knownJournals: join(place, 'known-journals.json'),
    checksOutput: true,
  });
  const send = async (method: string, input: unknown) => core.serve(method, input);
  const seed = Date.now() % 2 ** 31;
  try {
    await askAll(send);
    const failures: string[] = [];
    for (const method of methods) {
      const { faults } = await fuzzMethod(send, method, each, seed);
      failures.push(...faults.map((fault) => `${method}: ${fault} (seed ${seed})`));
    }
    const checked = core.serve('journal.check', {}) as { ok: boolean; value: { isOk: boolean; message: string }[] };
    failures.push(...(checked.value ?? []).filter(({ isOk }) => !isOk).map(({ message }) => message));
    return { tries: methods.length * each, lost: 0, leaked: 0, failures, note: `${methods.length} methods` };
  } finally {
    core.close();
  }
}
