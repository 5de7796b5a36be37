import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dumpJournal } from '../disk/dump.ts';
import { writeMixed } from '../power/write-mixed.ts';
import { cliPath } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import { addFound, type Found, type Suite } from '../suite.ts';
import { withRequest } from '../with-request.ts';

/** A journal is written, backed up, destroyed, and restored by the command in another home, where nothing of it was before. */
export const restoreDrills: Suite = {
  name: 'restore drills',
  promise: 'A backup restores',
  async run(effort) {
    const found: Found[] = [];
    for (let seed = 1; seed <= { brief: 1, short: 5, full: 100 }[effort]; seed += 1) found.push(await drill(seed));
    return addFound(found);
  },
};

function drill(seed: number): Promise<Found> {
  return withScratch('drill', async (place) => {
    const [first, second] = [join(place, 'first'), join(place, 'second')];
    mkdirSync(first);
    mkdirSync(second);
    await writeMixed({ note: () => undefined }, join(first, 'journal.sqlite'), { steps: 60, seed });
    const name = await backUp(first);
    const before = await dump(first);
    cpSync(join(first, 'backups'), join(second, 'backups'), { recursive: true });
    rmSync(first, { recursive: true });
    // What is there instead is broken, and must be kept aside.
    const broken = 'This was a journal once.';
    writeFileSync(join(second, 'journal.sqlite'), broken);
    const { status, stderr } = spawnSync(process.execPath, [cliPath(), 'backup', 'restore', name, '--yes'], {
      env: { ...process.env, RUNG_HOME: second },
      encoding: 'utf8',
    });
    if (status !== 0) return toFound([`the command ended with ${status}: ${stderr}`]);
    const isSame = (await dump(second)) === before;
    const isKept = readdirSync(second).some((one) => one.startsWith('journal.sqlite.replaced-'));
    return toFound([
      ...(isSame ? [] : ['the restored journal is not what was backed up']),
      ...(isKept ? [] : ['what was replaced was not kept']),
    ]);
  });
}

function toFound(failures: string[]): Found {
  return { tries: 1, lost: failures.length, leaked: 0, failures };
}

async function backUp(home: string): Promise<string> {
  return withRequest(home, async (request) => (await request('backups.make', {})).name);
}

function dump(home: string): Promise<string> {
  return withRequest(home, dumpJournal);
}
