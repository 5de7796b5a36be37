import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCore } from '../../../electron/core/open-core.ts';
import { EIO, faultKinds, Shim, type Fault, type FaultKind } from '../shim/shim.ts';
import { readDiskLog } from './disk-log.ts';
import { DiskModel } from './disk-model.ts';
import { findProblems } from './find-problems.ts';
import { chances, layOut } from './lay-out.ts';
import { Oracle } from './oracle.ts';
import { seededChance } from './seeded-chance.ts';
import { serveNow } from '../../helpers/serve-now.ts';

// Runs over the shim, and lets two bad things happen after each other: the journal is opened on a disk that a cut left, and
// while it is opened the disk fails. Opened a third time, with nothing wrong any more, it has to be what it was.
const [, , log = '', folder = '', place = '', times = '', share = '', of = ''] = process.argv;
const shim = new Shim();
const oracle = new Oracle();
const failures: string[] = [];
const seen = { tries: 0, lost: 0, unfired: 0 };

await walk();
const note = `${seen.tries} faults fired, ${seen.unfired} did not`;
const found = { tries: seen.tries, lost: seen.lost, leaked: 0, failures: failures.slice(0, 20), note };
process.stdout.write(`${JSON.stringify(found)}\n`);

async function walk(): Promise<void> {
  const operations = readDiskLog(log);
  const disk = new DiskModel(folder);
  const changes = operations.filter(({ kind }) => kind !== 'note').length;
  const each = Math.ceil(Number(times) / changes);
  const stride = Math.max(1, Math.floor(changes / Number(times)));
  for (const [at, operation] of operations.entries()) {
    disk.apply(operation);
    if (operation.kind === 'note') oracle.hear(operation.text);
    // Before the first save there is nothing to lose.
    else if (oracle.revisions.length > 0 && at % stride === 0)
      for (let n = 0; n < each; n += 1)
        if ((at / stride + n) % Number(of) === Number(share)) await recoverBadly(disk.cut.bind(disk), at, 4 + n);
  }
}

async function recoverBadly(cut: DiskModel['cut'], at: number, n: number): Promise<void> {
  const chance = seededChance(at * 7_919 + n);
  const counts = open(cut, at, n).counts;
  const fault = pickFault(counts, chance);
  const { fired, saved } = open(cut, at, n, fault);
  if (fired === 0) seen.unfired += 1;
  else seen.tries += 1;
  const problems = [...(await findProblems(place, oracle)), ...findUnsaved(saved)];
  seen.lost += problems.length;
  failures.push(
    ...problems.map((one) => `cut after operation ${at}, disk ${n}, then ${fault.kind} ${fault.at} failed: ${one}`),
  );
}

/** Lays the disk out, opens the journal on it, and saves something, while one operation fails. */
function open(cut: DiskModel['cut'], at: number, n: number, fault?: Fault) {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  layOut(cut(chances(at, n)), folder, place);
  shim.watch(place, { fault });
  const core = openCore(toOptions());
  serveNow(core.serve, 'journal.status', {});
  const reply = serveNow(core.serve, 'entries.create', { kind: 'win', title: 'Saved on a bad day' });
  core.close();
  if (!reply.ok && reply.error.code === 'bug') failures.push(`cut after operation ${at}: ${reply.error.message}`);
  return { ...shim.stop(), saved: reply.ok ? [(reply.value as { id: string }).id] : [] };
}

/** What was said to be saved on the failing disk is there. */
function findUnsaved(saved: readonly string[]): string[] {
  const core = openCore(toOptions());
  const missing = saved.filter((id) => !serveNow(core.serve, 'entries.get', { id }).ok);
  core.close();
  return missing.map((id) => `${id} was saved on the failing disk and is not there`);
}

function pickFault(counts: Record<FaultKind, number>, chance: () => number): Fault {
  const kinds = faultKinds.filter((kind) => counts[kind] > 0);
  const kind = kinds[Math.floor(chance() * kinds.length)]!;
  return { kind, at: 1 + Math.floor(chance() * counts[kind]), errno: EIO, isSticky: chance() < 0.5 };
}

function toOptions() {
  return { path: join(place, 'journal.sqlite'), knownJournals: join(place, 'known-journals.json') };
}
