import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import { buildShim, shimEnvironment } from '../shim/shim.ts';
import { addFound, type Found, type Suite } from '../suite.ts';

/** Every journal format that was ever released, brought up to date with a power cut at every step of it. */
export const migrations: Suite = {
  name: 'migrations',
  promise: 'A new version of Rung never loses what an earlier one wrote',
  async run(effort) {
    const fixtures = join(process.cwd(), 'tests/fixtures/journals');
    const found: Found[] = [];
    for (const name of readdirSync(fixtures))
      found.push(await cutMigration(join(fixtures, name), { brief: 4, short: 12, full: 200 }[effort]));
    return addFound(found);
  },
};

function cutMigration(fixture: string, each: number): Promise<Found> {
  return withScratch('migrations', async (place) => {
    const [folder, done] = [join(place, 'home'), join(place, 'done')];
    for (const home of [folder, done]) {
      mkdirSync(home);
      copyFileSync(fixture, join(home, 'journal.sqlite'));
    }
    const env = shimEnvironment(buildShim(), place);
    await runProgram('record-migration', [join(folder, 'journal.sqlite'), folder], { env });
    return runProgram<Found>('check-migration', [env['RUNG_SHIM_LOG']!, folder, fixture, done, each]);
  });
}
