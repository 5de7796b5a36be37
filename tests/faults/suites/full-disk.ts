import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import type { Found, Suite } from '../suite.ts';

/** Disks of many sizes, each full at another point of what a user does. */
export const fullDisk: Suite = {
  name: 'full disk',
  promise: 'A full disk harms nothing, and says so',
  run: (effort) =>
    withScratch('full', (place) =>
      runProgram<Found>('full-disk', [
        place,
        join(process.cwd(), 'tests/fixtures/journals'),
        { brief: 80, short: 320, full: 1_600 }[effort],
      ]),
    ),
};
