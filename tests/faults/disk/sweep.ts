import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EIO, ENOSPC, faultKinds, Shim, type Fault, type FaultKind } from '../shim/shim.ts';
import { findDamage } from './inspect.ts';
import { copyFolder, makeTemplates, scenarios, toStage, type Scenario, type Told } from './scenarios.ts';

// Runs over the shim: plays every scenario again and again, and each time one operation of the disk fails.
const [, , place = '', fixtures = '', share = '', of = ''] = process.argv;
const shim = new Shim();
const failures: string[] = [];
let tries = 0;
let lost = 0;
let unfired = 0;

const BEFORE = ['Before 0', 'Before 1', 'Before 2', 'Before 3', 'Before 4'];

await makeTemplates(fixtures, join(place, 'templates'));
for (const scenario of scenarios) await sweepScenario(scenario);
const note = `${tries} faults fired, ${unfired} did not`;
process.stdout.write(`${JSON.stringify({ tries, lost, leaked: 0, failures: failures.slice(0, 50), note })}\n`);

async function sweepScenario(scenario: Scenario): Promise<void> {
  const counts = await countOperations(scenario);
  let number = 0;
  for (const fault of toFaults(counts)) {
    number += 1;
    if (number % Number(of) === Number(share)) await tryFault(scenario, fault);
  }
}

async function countOperations(scenario: Scenario): Promise<Record<FaultKind, number>> {
  const stage = setStage(scenario, 'count');
  shim.watch(stage.folder);
  await scenario.play(stage, newTold());
  const { counts } = shim.stop();
  rmSync(stage.folder, { recursive: true });
  return counts;
}

/** Every operation of every kind, once and from then on; a full disk where something would be written. */
function toFaults(counts: Record<FaultKind, number>): Fault[] {
  return faultKinds.flatMap((kind) => {
    const errnos = kind === 'write' || kind === 'truncate' ? [EIO, ENOSPC] : [EIO];
    return Array.from({ length: counts[kind] }, (_, index) => index + 1).flatMap((at) =>
      errnos.flatMap((errno) => [false, true].map((isSticky) => ({ kind, at, errno, isSticky }))),
    );
  });
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
  // A restore puts the journal of before back.
  const damage = await findDamage(stage, told, before);
  lost += damage.filter((one) => one.includes('was saved and is not there')).length;
  failures.push(...[...damage, ...told.bugs].map((one) => `${name}: ${one}`));
  rmSync(stage.folder, { recursive: true });
}

function setStage({ from }: Scenario, name: string) {
  const folder = join(place, `stage-${name}`);
  mkdirSync(folder);
  copyFolder(join(place, 'templates', from), folder);
  return toStage(folder);
}

function newTold(): Told {
  return { titles: [], bugs: [], errors: 0 };
}
