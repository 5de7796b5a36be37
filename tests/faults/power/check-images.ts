import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../scratch.ts';
import { readDiskLog } from './disk-log.ts';
import { DiskModel } from './disk-model.ts';
import { findProblems } from './find-problems.ts';
import { chances, layOut } from './lay-out.ts';
import { Oracle } from './oracle.ts';

// One worker of the power cuts: walks the log and opens every `of`-th disk that a cut could have left.
const [, , log = '', folder = '', images = '', share = '', of = ''] = process.argv;
const failures: string[] = [];
let tries = 0;
let lost = 0;
await checkImages();
process.stdout.write(`${JSON.stringify({ tries, lost, leaked: 0, failures: failures.slice(0, 20) })}\n`);

async function checkImages(): Promise<void> {
  const operations = readDiskLog(log);
  const disk = new DiskModel(folder);
  const oracle = new Oracle();
  const isChange = operations.map(({ kind }) => kind !== 'note');
  const each = Math.ceil(Number(images) / isChange.filter(Boolean).length);
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
}

async function checkImage(cut: ReturnType<DiskModel['cut']>, oracle: Oracle, name: string): Promise<number> {
  const place = mkdtempSync(join(scratchFolder(), 'cut-'));
  try {
    layOut(cut, folder, place);
    const problems = await findProblems(place, oracle);
    failures.push(...problems.map((problem) => `${name}: ${problem}`));
    return problems.length;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
