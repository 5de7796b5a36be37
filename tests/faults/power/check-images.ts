import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCore } from '../../../electron/core/open-core.ts';
import { createClient } from '../../../shared/contract/client.ts';
import { scratchFolder } from '../scratch.ts';
import { readDiskLog } from './disk-log.ts';
import { DiskModel, type Chance } from './disk-model.ts';
import { Oracle } from './oracle.ts';
import { seededChance } from './seeded-chance.ts';

// One worker of the power cuts: walks the log and opens every `of`-th disk that a cut could have left.
const [, , log = '', folder = '', images = '', share = '', of = ''] = process.argv;
const failures: string[] = [];
const { tries, lost } = await checkImages();
process.stdout.write(`${JSON.stringify({ tries, lost, leaked: 0, failures: failures.slice(0, 20) })}\n`);

async function checkImages(): Promise<{ tries: number; lost: number }> {
  const operations = readDiskLog(log);
  const disk = new DiskModel(folder);
  const oracle = new Oracle();
  const isChange = operations.map(({ kind }) => kind !== 'note');
  const each = Math.ceil(Number(images) / isChange.filter(Boolean).length);
  let tries = 0;
  let lost = 0;
  for (const [at, operation] of operations.entries()) {
    disk.apply(operation);
    if (operation.kind === 'note') {
      oracle.hear(operation.text);
      continue;
    }
    for (let n = 0; n < each; n += 1) {
      if ((at * each + n) % Number(of) !== Number(share)) continue;
      tries += 1;
      lost += await checkImage(disk.cut(chances(at, n)), oracle, `cut after operation ${at}, disk ${n}`);
    }
  }
  return { tries, lost };
}

/** The first disks are the ones easiest to think of: everything arrived, nothing did that was not waited for, and half of it. */
function chances(at: number, n: number): { names: Chance; writes: Chance } {
  const [all, none] = [() => 0, () => 0.5];
  const [allNames, noNames] = [() => 0.999_999, () => 0];
  if (n < 4) return { names: n % 2 === 0 ? allNames : noNames, writes: n < 2 ? all : none };
  const chance = seededChance(at * 1_000 + n);
  return { names: chance, writes: chance };
}

async function checkImage(cut: ReturnType<DiskModel['cut']>, oracle: Oracle, name: string): Promise<number> {
  const place = mkdtempSync(join(scratchFolder(), 'cut-'));
  try {
    for (const one of cut.folders) mkdirSync(join(place, one.slice(folder.length)), { recursive: true });
    for (const { paths, content } of cut.files) {
      const [first, ...others] = paths.filter((path) => !path.endsWith('-shm')).map((path) => join(place, path.slice(folder.length)));
      if (first) writeFileSync(first, content, { mode: 0o600 });
      for (const other of others) linkSync(first!, other);
    }
    const problems = await findProblems(place, oracle);
    failures.push(...problems.map((problem) => `${name}: ${problem}`));
    return problems.length;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function findProblems(place: string, oracle: Oracle): Promise<string[]> {
  const core = openCore({ path: join(place, 'journal.sqlite'), knownJournals: join(place, 'known-journals.json') });
  const request = createClient(async (method, input) => core.serve(method, input));
  try {
    const status = await request('journal.status', {});
    if (status.state === 'absent') return oracle.revisions.length === 0 ? [] : ['the journal is gone'];
    if (status.state !== 'open') return [`the journal does not open: ${JSON.stringify(status)}`];
    const wrong = (await request('journal.check', {})).filter(({ id, isOk }) => !isOk && id !== 'durable');
    return [...wrong.map(({ message }) => message), ...(await oracle.findLost(request, dirname(join(place, 'x'))))];
  } catch (error) {
    return [(error as Error).message];
  } finally {
    core.close();
  }
}
