import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import { addFound, type Found, type Suite } from '../suite.ts';

const WORKERS = 2;

/** Damaged journals are rescued, with a backup beside them and without. */
export const rescues: Suite = {
  name: 'rescues',
  promise: 'A rescue brings back only what was written, counts the rest, and keeps the damaged file',
  run: (effort) =>
    withScratch('rescues', async (place) => {
      const times = { brief: 100, short: 500, full: 10_000 }[effort];
      const shares = Array.from({ length: WORKERS }, (_, share) =>
        runProgram<Found>('salvage-damaged', [join(place, `share-${share}`), times, share, WORKERS]),
      );
      return addFound(await Promise.all(shares));
    }),
};
