import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { strangers } from '../disk/damage.ts';
import { cliPath, runProgram } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import { addFound, type Found, type Suite } from '../suite.ts';

const WORKERS = 2;
/** Milliseconds after which a command counts as hanging. */
const LIMIT = 10_000;

/** Damaged journals, and things that are no journal: noticed, never served as if they were sound, never deleted. */
export const damagedFiles: Suite = {
  name: 'damaged files',
  promise: 'A damaged journal is noticed, kept, and never served as if it were sound',
  run: (effort) =>
    withScratch('damaged', async (place) => {
      const times = { brief: 400, short: 2_600, full: 24_000 }[effort];
      const shares = Array.from({ length: WORKERS }, (_, share) =>
        runProgram<Found>('open-damaged', [join(place, `share-${share}`), times, share, WORKERS]),
      );
      return addFound([...(await Promise.all(shares)), openStrangers(place)]);
    }),
};

/** What is no journal is refused in words, within the limit, and stays what it was. */
function openStrangers(place: string): Found {
  const failures = Object.entries(strangers).flatMap(([name, make]) => openStranger(join(place, name), name, make));
  return { tries: Object.keys(strangers).length, lost: 0, leaked: 0, failures };
}

function openStranger(home: string, name: string, make: (path: string, n: number) => void): string[] {
  mkdirSync(home);
  const path = join(home, 'journal.sqlite');
  make(path, 0);
  const kind = lstatSync(path).mode;
  const { status, signal, stderr } = spawnSync(process.execPath, [cliPath(), 'list'], {
    env: { ...process.env, RUNG_HOME: home },
    encoding: 'utf8',
    timeout: LIMIT,
    killSignal: 'SIGKILL',
  });
  return [
    ...(signal ? [`${name}: hung`] : []),
    ...(status === 1 ? [] : [`${name}: ended with ${status}`]),
    ...(/^rung: .+/m.test(stderr) && !/inside Rung/.test(stderr) ? [] : [`${name}: was told so: ${stderr}`]),
    ...(existsSync(path) || lstatSync(path).isSymbolicLink() ? [] : [`${name}: is gone`]),
    ...(lstatSync(path).mode === kind ? [] : [`${name}: is not what it was`]),
  ];
}
