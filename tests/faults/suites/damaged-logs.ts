import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import { addFound, type Found, type Suite } from '../suite.ts';

const WORKERS = 2;
/** Milliseconds after which a share counts as hanging, a thousand tries each. */
const LIMIT_A_THOUSAND = 120_000;

/** Journals beside a log that is damaged, lost, of another journal, or no log. */
export const damagedLogs: Suite = {
  name: 'damaged logs',
  promise: 'A damaged log costs at most its own end, and nothing wrong is shown',
  run: (effort) =>
    withScratch('logs', async (place) => {
      const times = { brief: 260, short: 1_300, full: 13_000 }[effort];
      const shares = Array.from({ length: WORKERS }, (_, share) =>
        runProgram<Found>('open-logs', [join(place, `share-${share}`), times, share, WORKERS], {
          limit: LIMIT_A_THOUSAND * Math.ceil(times / 1_000),
        }),
      );
      return addFound(await Promise.all(shares));
    }),
};
