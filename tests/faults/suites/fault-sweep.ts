import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import { buildShim, shimEnvironment } from '../shim/shim.ts';
import { addFound, type Found, type Suite } from '../suite.ts';

const WORKERS = 2;
/** How many faults of each scenario are enough to see that they are noticed. */
const BRIEF = 80;

/** Every write, sync, truncate, open, rename and unlink of every scenario fails, once and from then on. */
export const faultSweep: Suite = {
  name: 'fault sweep',
  promise: 'A disk that fails loses nothing that was saved, and says so',
  async run(effort) {
    const shim = buildShim();
    const most = effort === 'brief' ? BRIEF : Number.MAX_SAFE_INTEGER;
    const shares = Array.from({ length: WORKERS }, (_, share) => sweepShare(shim, share, most));
    return addFound(await Promise.all(shares));
  },
};

function sweepShare(shim: string, share: number, most: number): Promise<Found> {
  const fixtures = join(process.cwd(), 'tests/fixtures/journals');
  return withScratch('sweep', (place) =>
    runProgram<Found>('sweep', [place, fixtures, share, WORKERS, most], { env: shimEnvironment(shim, place) }),
  );
}
