import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EIO, ENOSPC, faultKinds, Shim, type Fault, type FaultKind } from '../shim/shim.ts';
import { findDamage, isLoss } from './inspect.ts';
import { BEFORE, copyFolder, makeTemplates, newTold, scenarios, toStage, type Scenario } from './scenarios.ts';

// Runs over the shim: plays every scenario again and again, and each time one operation of the disk fails.
const [, , place = '', fixtures = '', share = '', of = '', most = ''] = process.argv;
const shim = new Shim();
const failures: string[] = [];
let tries = 0;
let lost = 0;
let unfired = 0;

await makeTemplates(fixtures, join(place, 'templates'));
// Copies of whole files are made in a thread, which the shim does not bear yet: full disks and power cuts try those.
const alone = scenarios.filter(({ name }) => name !== 'backup' && name !== 'restore');
for (const scenario of alone) await sweepScenario(scenario);
const note = `${tries} faults fired, ${unfired} did not`;
process.stdout.write(`${JSON.stringify({ tries, lost, leaked: 0, failures: failures.slice(0, 50), note })}\n`);

async function sweepScenario(scenario: Scenario): Promise<void> {
  const counts = await countOperations(scenario);
  for (const [number, fault] of thinOut(toFaults(counts)).entries())
    if (number % Number(of) === Number(share)) await tryFault(scenario, fault);
}

async function countOperations(scenario: Scenario): Promise<Record<FaultKind, number>> {
  const stage = setStage(scenario, 'count');
  shim.watch(stage.folder);
  await scenario.play(stage, newTold());
  const { counts } = shim.stop();
  rmSync(stage.folder, { recursive: true });
  rmSync(`${stage.folder}-rescue`, { recursive: true, force: true });
  return counts;
}

/** Beyond so many of a kind each operation fails in one of the ways, in turn; up to them in every way. */
const MANY = 100;

/** Every operation of every kind: once and from then on, and with a full disk too where something would be written. */
function toFaults(counts: Record<FaultKind, number>): Fault[] {
  return faultKinds.flatMap((kind) => {
    const errnos = kind === 'write' || kind === 'truncate' ? [EIO, ENOSPC] : [EIO];
    const ways = errnos.flatMap((errno) => [false, true].map((isSticky) => ({ errno, isSticky })));
    return Array.from({ length: counts[kind] }, (_, index) => index + 1).flatMap((at) => {
      const tried = counts[kind] > MANY ? [ways[at % ways.length]!] : ways;
      return tried.map((way) => ({ kind, at, ...way }));
    });
  });
}

/** At most so many faults of a scenario, evenly over all of them. */
function thinOut(faults: readonly Fault[]): Fault[] {
  const step = Math.max(1, faults.length / Number(most));
  return faults.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function tryFault(scenario: Scenario, fault: Fault): Promise<void> {
  const name = `${scenario.name}: ${fault.kind} ${fault.at} fails${fault.isSticky ? ' and all after it' : ''} (${fault.errno})`;
  const stage = setStage(scenario, `${fault.kind}-${fault.at}-${fault.errno}-${fault.isSticky}`);
  const told = newTold();
  shim.watch(stage.folder, { fault });
  try {
    await scenario.play(stage, told);
  } catch (error) {
    failures.push(`${name}: threw ${(error as Error).message}`);
  }
  const { fired } = shim.stop();
  if (fired === 0) unfired += 1;
  else tries += 1;
  const before = scenario.from === 'journal' ? BEFORE : [];
  const damage = await findDamage(stage, told, before);
  lost += damage.filter((one) => isLoss(one)).length;
  failures.push(...[...damage, ...told.bugs].map((one) => `${name}: ${one}`));
  rmSync(stage.folder, { recursive: true });
  rmSync(`${stage.folder}-rescue`, { recursive: true, force: true });
}

function setStage({ from }: Scenario, name: string) {
  const folder = join(place, `stage-${name}`);
  mkdirSync(folder);
  copyFolder(join(place, 'templates', from), folder);
  return toStage(folder);
}
