import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dumpJournal } from '../disk/dump.ts';
import { scratchFolder } from '../scratch.ts';
import { findWrongChecks, withRequest } from '../with-request.ts';
import { readDiskLog } from './disk-log.ts';
import { DiskModel } from './disk-model.ts';
import { chances, layOut } from './lay-out.ts';

// Opens every disk that a cut during a migration could have left: the migration is then done, and nothing is otherwise than
// after a migration that nobody disturbed.
const [, , log = '', folder = '', fixture = '', done = '', each = ''] = process.argv;
const failures: string[] = [];
let tries = 0;
let lost = 0;
const expected = await openAndDump(done);
const disk = new DiskModel(folder, { [join(folder, 'journal.sqlite')]: fixture });
for (const [at, operation] of readDiskLog(log).entries()) {
  disk.apply(operation);
  for (let n = 0; n < Number(each); n += 1) await checkCut(at, n);
}
process.stdout.write(`${JSON.stringify({ tries, lost, leaked: 0, failures: failures.slice(0, 20) })}\n`);

async function checkCut(at: number, n: number): Promise<void> {
  const place = mkdtempSync(join(scratchFolder(), 'migration-'));
  tries += 1;
  try {
    layOut(disk.cut(chances(at, n)), folder, place);
    const found = await openAndDump(place).catch((error: Error) => error.message);
    if (found === expected) return;
    lost += 1;
    failures.push(`cut after operation ${at}, disk ${n}: ${found.slice(0, 300)}`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function openAndDump(home: string): Promise<string> {
  return withRequest(home, async (request) => {
    const wrong = await findWrongChecks(request);
    return wrong.length > 0 ? JSON.stringify(wrong) : dumpJournal(request);
  });
}
