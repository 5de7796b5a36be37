import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findDamage, isLoss } from './inspect.ts';
import { BEFORE, copyFolder, makeTemplates, newTold, scenarios, toStage } from './scenarios.ts';

// Plays every scenario on disks that are too small, from nearly nothing upward. Mounts each of them, so it needs root.
const [, , place = '', fixtures = '', sizes = ''] = process.argv;
/** Room beside what is there already, in steps of a page of tmpfs. */
const STEP_KB = 4;

const failures: string[] = [];
let tries = 0;
let lost = 0;
let fullOnes = 0;

await makeTemplates(fixtures, join(place, 'templates'));
for (let n = 0; n < Number(sizes); n += 1) await trySize(Math.floor(n / scenarios.length) * STEP_KB, n);
const note = `${fullOnes} times the disk was full`;
process.stdout.write(`${JSON.stringify({ tries, lost, leaked: 0, failures: failures.slice(0, 50), note })}\n`);

/** One disk for one scenario, with so much room beside what is there already. */
async function trySize(room: number, n: number): Promise<void> {
  const scenario = scenarios[n % scenarios.length]!;
  const kilobytes = folderToKilobytes(join(place, 'templates', scenario.from)) + room;
  const disk = join(place, `disk-${n}`);
  mkdirSync(disk);
  mount(disk, kilobytes);
  try {
    const folder = join(disk, 'home');
    copyFolder(join(place, 'templates', scenario.from), folder);
    const told = newTold();
    const stage = toStage(folder);
    await scenario.play(stage, told);
    tries += 1;
    if (told.errors > 0) fullOnes += 1;
    // Space returns, as it does when the user makes some.
    mount(disk, kilobytes + 20_000, 'remount,');
    const damage = await findDamage(stage, told, scenario.from === 'journal' ? BEFORE : []);
    lost += damage.filter((one) => isLoss(one)).length;
    failures.push(...[...damage, ...told.bugs].map((one) => `${scenario.name} on ${kilobytes} kB: ${one}`));
  } finally {
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

function mount(disk: string, kilobytes: number, how = ''): void {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `${how}size=${kilobytes}k`, 'tmpfs', disk], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`A small disk could not be made, which needs root: ${stderr}`);
}

/** What a folder takes on a tmpfs, where each file takes whole pages and each folder one more. */
function folderToKilobytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, found) => sum + Math.ceil(found.size / 4_096) * 4 + 4, 12);
}
