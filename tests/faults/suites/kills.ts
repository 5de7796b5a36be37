import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath } from '../run-program.ts';
import { addFound, type Found, type Suite } from '../suite.ts';
import { withRequest } from '../with-request.ts';

interface Saved {
  id: string;
  title: string;
}

const WORKERS = 2;

/** A program that writes is killed in the middle of it; the next goes on from what it left. On a real disk. */
export const kills: Suite = {
  name: 'kills',
  promise: 'What Rung said is saved is there after a crash',
  async run(effort) {
    const each = { brief: 40, short: 500, full: 10_000 }[effort] / WORKERS;
    return addFound(await Promise.all(Array.from({ length: WORKERS }, () => killOften(each))));
  },
};

async function killOften(times: number): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'rung-kills-'));
  try {
    const saved: Saved[] = [];
    for (let n = 0; n < times; n += 1) saved.push(...(await writeUntilKilled(folder, `round ${n}`, 1 + (n % 9))));
    return { tries: times, leaked: 0, ...(await findLost(folder, saved)), note: `${saved.length} saves acknowledged` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findLost(folder: string, saved: readonly Saved[]): Promise<{ lost: number; failures: string[] }> {
  return withRequest(folder, async (request) => {
    const lost: string[] = [];
    for (const { id, title } of saved) {
      const entry = await request('entries.get', { id }).catch(() => null);
      if (entry?.title !== title) lost.push(`"${title}" is not there`);
    }
    const wrong = (await request('journal.check', {})).filter(({ isOk }) => !isOk).map(({ message }) => message);
    return { lost: lost.length, failures: [...lost, ...wrong] };
  });
}

/** Lets the writer of `npm test` acknowledge so many saves at least, and kills it in the middle of the next. */
async function writeUntilKilled(folder: string, writer: string, atLeast: number): Promise<Saved[]> {
  const args = [join(folder, 'journal.sqlite'), join(folder, 'known-journals.json'), writer];
  const child = spawn(process.execPath, [programPath('add-forever'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (output.split('\n').length > atLeast) child.kill('SIGKILL');
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself with ${code}.`);
  // A line that was cut off was not acknowledged whole.
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Saved);
}
