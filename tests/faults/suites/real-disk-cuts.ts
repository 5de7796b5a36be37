import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { openCore } from '../../../electron/core/open-core.ts';
import { seededChance } from '../power/seeded-chance.ts';
import { programPath } from '../run-program.ts';
import { withScratch } from '../scratch.ts';
import { addFound, type Found, type Suite } from '../suite.ts';
import { serveNow } from '../../helpers/serve-now.ts';

const DISK_MEGABYTES = 32;
/** A writer is cut off so often before the next one begins on a disk of its own. */
const CUTS_A_WRITER = 5;
/** The longest time between two cuts, in milliseconds. */
const LONGEST_PAUSE = 150;

/** A Linux kernel's own file system: while somebody writes, the device is copied as it is at that moment, and mounted. Needs root. */
export const realDiskCuts: Suite = {
  name: 'cuts of a real disk',
  promise: 'What Rung said is saved is there after a power cut',
  async run(effort) {
    const rounds = { brief: 4, short: 5, full: 100 }[effort];
    const found: Found[] = [];
    for (let round = 0; round < rounds; round += 1) found.push(await cutWriter(round));
    return addFound(found);
  },
};

function cutWriter(round: number): Promise<Found> {
  return withScratch('ext4', async (place) => {
    const [image, disk] = [join(place, 'device'), join(place, 'disk')];
    run('truncate', ['-s', `${DISK_MEGABYTES}M`, image]);
    run('mkfs.ext4', ['-q', '-F', image]);
    mkdirSync(disk);
    mount(image, disk);
    const writer = startWriter(disk, `round ${round}`);
    try {
      return await cutOften(writer, image, place, seededChance(round));
    } finally {
      writer.child.kill('SIGKILL');
      if (writer.child.exitCode === null && writer.child.signalCode === null) await once(writer.child, 'close');
      unmount(disk);
    }
  });
}

interface Writer {
  child: ChildProcessByStdio<null, Readable, null>;
  /** Ids and titles that were acknowledged up to now, one JSON a line. */
  said(): string[];
}

function startWriter(home: string, name: string): Writer {
  const args = [programPath('add-forever'), join(home, 'journal.sqlite'), join(home, 'known-journals.json'), name];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  return { child, said: () => output.split('\n').slice(0, -1) };
}

async function cutOften({ child, said }: Writer, image: string, place: string, chance: () => number): Promise<Found> {
  const failures: string[] = [];
  let lost = 0;
  while (said().length === 0 && child.exitCode === null) await wait(5);
  for (let cut = 0; cut < CUTS_A_WRITER; cut += 1) {
    await wait(chance() * LONGEST_PAUSE);
    if (child.exitCode !== null) throw new Error(`The writer ended by itself with ${child.exitCode}.`);
    // Stopped only while the device is copied, so that the copy is of one moment.
    child.kill('SIGSTOP');
    const acknowledged = said();
    copyFileSync(image, join(place, 'cut-off'));
    child.kill('SIGCONT');
    const problems = openCutOff(place, acknowledged);
    lost += problems.filter((one) => one.endsWith('is not there')).length;
    failures.push(...problems.map((one) => `cut ${cut}, after ${acknowledged.length} saves: ${one}`));
  }
  return { tries: CUTS_A_WRITER, lost, leaked: 0, failures };
}

/** What a start on the device, as it was copied, finds missing or wrong. */
function openCutOff(place: string, acknowledged: readonly string[]): string[] {
  const disk = join(place, 'after');
  mkdirSync(disk, { recursive: true });
  mount(join(place, 'cut-off'), disk);
  try {
    const core = openCore({ path: join(disk, 'journal.sqlite'), knownJournals: join(disk, 'known-journals.json') });
    const missing = acknowledged
      .map((line) => JSON.parse(line) as { id: string; title: string })
      .filter(({ id, title }) => {
        const reply = serveNow(core.serve, 'entries.get', { id });
        return !reply.ok || (reply.value as { title: string }).title !== title;
      });
    const checked = serveNow(core.serve, 'journal.check', {});
    core.close();
    const checks = checked.ok ? (checked.value as { isOk: boolean; message: string }[]) : [];
    return [
      ...missing.map(({ title }) => `"${title}" is not there`),
      ...(checked.ok ? [] : [checked.error.message]),
      ...checks.filter(({ isOk }) => !isOk).map(({ message }) => message),
    ];
  } finally {
    unmount(disk);
  }
}

function mount(image: string, folder: string): void {
  run('mount', ['-o', 'loop', image, folder]);
}

function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
}

function run(command: string, args: readonly string[]): void {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error || status !== 0)
    throw new Error(
      `${command} did not work, which needs root, e2fsprogs and loop devices: ${error?.message ?? stderr}`,
    );
}
