import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import { buildShim, shimEnvironment } from '../shim/shim.ts';
import { addFound, type Found, type Suite } from '../suite.ts';

const WORKERS = 2;
const STEPS = 70;

/** Compound faults: a power cut, and then a disk that fails at some operation of the start after it. */
export const faultsInRecovery: Suite = {
  name: 'faults in recovery',
  promise: 'A start that fails after a power cut makes nothing worse',
  run: (effort) =>
    withScratch('recovery', async (place) => {
      const folder = join(place, 'home');
      mkdirSync(folder);
      const shim = buildShim();
      const env = shimEnvironment(shim, place);
      await runProgram('record-work', [join(folder, 'journal.sqlite'), folder, STEPS, 1], { env });
      const times = { brief: 300, short: 1_000, full: 20_000 }[effort];
      const shares = Array.from({ length: WORKERS }, (_, share) =>
        recoverShare(shim, env['RUNG_SHIM_LOG']!, folder, times, share),
      );
      return addFound(await Promise.all(shares));
    }),
};

function recoverShare(shim: string, log: string, folder: string, times: number, share: number): Promise<Found> {
  return withScratch('recovery', (place) =>
    runProgram<Found>('recover-badly', [log, folder, join(place, 'disk'), times, share, WORKERS], {
      env: shimEnvironment(shim, place),
    }),
  );
}
