import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import { buildShim, shimEnvironment } from '../shim/shim.ts';
import { addFound, type Found, type Suite } from '../suite.ts';

const WORKERS = 2;
const STEPS = 70;

/** Power cut at every recorded change of the disk, with many disks a cut could have left. */
export const powerCuts: Suite = {
  name: 'power cuts',
  promise: 'What Rung said is saved is there after a power cut',
  async run(effort) {
    const rounds = effort === 'full' ? 20 : 1;
    const images = { brief: 3_000, short: 10_000, full: 50_000 }[effort];
    const found: Found[] = [];
    for (let seed = 1; seed <= rounds; seed += 1) found.push(await cutEverywhere(seed, images));
    return addFound(found);
  },
};

/** Records one user's work, then opens at least so many disks that a cut during it could have left. */
function cutEverywhere(seed: number, images: number): Promise<Found> {
  return withScratch('power', async (place) => {
    const folder = join(place, 'home');
    mkdirSync(folder);
    const env = shimEnvironment(buildShim(), place);
    await runProgram('record-work', [join(folder, 'journal.sqlite'), folder, STEPS, seed], { env });
    const shares = Array.from({ length: WORKERS }, (_, share) =>
      runProgram<Found>('check-images', [env['RUNG_SHIM_LOG']!, folder, images, share, WORKERS]),
    );
    return addFound(await Promise.all(shares));
  });
}
