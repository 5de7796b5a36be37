import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtFolder } from '../../helpers/build-node.ts';
import { openTestCore, temporaryFolder } from '../../helpers/core.ts';

interface Acknowledged {
  id: string;
  title: string;
}

const KILLS = 200;

describe('a writer that is killed', () => {
  it(`loses no entry it has acknowledged, in ${KILLS} kills`, { timeout: 240_000 }, async () => {
    const folder = temporaryFolder();
    const acknowledged: Acknowledged[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      // The next writer starts on what the killed one left.
      acknowledged.push(...(await writeUntilKilled(folder, `round ${round}`, 1 + (round % 12))));
    }
    const { request } = openTestCore({ folder });
    const found = await Promise.all(acknowledged.map(({ id }) => request('entries.get', { id })));
    expect(found.map(({ id, title }) => ({ id, title }))).toEqual(acknowledged);
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    expect((await request('journal.check', {})).filter((check) => !check.isOk)).toEqual([]);
  });
});

/** Lets a writer acknowledge at least so many entries, kills it in the middle of the next, and returns what it acknowledged. */
async function writeUntilKilled(folder: string, writer: string, atLeast: number): Promise<Acknowledged[]> {
  const args = [join(folder, 'journal.sqlite'), join(folder, 'known-journals.json'), writer];
  const child = spawn(process.execPath, [join(builtFolder, 'add-forever.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (output.split('\n').length > atLeast) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  // A line that was cut off was not acknowledged whole.
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Acknowledged);
}
