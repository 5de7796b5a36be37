import { hash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/core/clock.ts';
import { openCore, type Core } from '../../../electron/core/open-core.ts';
import { writeFileDurable } from '../../../electron/files/durable-file.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Reply } from '../../../shared/contract/errors.ts';
import { Oracle } from '../power/oracle.ts';

/** A journal's folder in which a scenario plays. */
export interface Stage {
  folder: string;
  path: string;
}

/** What a scenario was told. */
export interface Told {
  /** Whatever Rung said is done, to be held against what is there. */
  oracle: Oracle;
  /** Whether a restore was said to be done; undefined where none was tried. */
  isRestored?: boolean;
  /** Answers that no user should see. */
  bugs: string[];
  errors: number;
}

/** Nothing was told yet. */
export function newTold(): Told {
  return { oracle: new Oracle(), bugs: [], errors: 0 };
}

/** Something a user does, told as it goes on: whatever fails, the next step is tried all the same. */
export interface Scenario {
  name: string;
  /** Which template the stage starts from. */
  from: 'journal' | 'schema-1' | 'schema-3';
  play(stage: Stage, told: Told): void | Promise<void>;
}

export const OLD_PACKET = 'The packet of last week.\n';
export const NEW_PACKET = `The packet of today.\n${'A line of it.\n'.repeat(2_000)}`;

/** How many entries the import brings: all of them or none. */
export const IMPORTED = 60;
/** Written after the backup that a restore puts back. */
export const AFTER_BACKUP = 'After the backup';
/** The entries that were there before each scenario, whatever becomes of it. */
export const BEFORE = ['Before 0', 'Before 1', 'Before 2', 'Before 3', 'Before 4'];

/** Every way in which Rung writes. */
export const scenarios: readonly Scenario[] = [
  { name: 'save', from: 'journal', play: (stage, told) => withCore(stage, told, saveThings) },
  { name: 'import', from: 'journal', play: (stage, told) => withCore(stage, told, importMany) },
  { name: 'backup', from: 'journal', play: (stage, told) => withCore(stage, told, backUp) },
  { name: 'restore', from: 'journal', play: (stage, told) => withCore(stage, told, restoreFirst) },
  { name: 'doctor', from: 'journal', play: (stage, told) => withCore(stage, told, seeDoctor) },
  { name: 'purge', from: 'journal', play: (stage, told) => withCore(stage, told, purgeTrash) },
  { name: 'export', from: 'journal', play: exportPacket },
  { name: 'migrate 1', from: 'schema-1', play: (stage, told) => withCore(stage, told, () => undefined) },
  { name: 'migrate 3', from: 'schema-3', play: (stage, told) => withCore(stage, told, () => undefined) },
  { name: 'create', from: 'journal', play: createBeside },
];

type Ask = (method: string, input: unknown) => Promise<Reply>;

/** Opens the journal of the stage, lets something be done, and closes it. Faults may come at any point. */
async function withCore(
  { path, folder }: Stage,
  told: Told,
  act: (ask: Ask, told: Told, folder: string) => void | Promise<void>,
): Promise<void> {
  const core = openCore({
    path,
    knownJournals: join(folder, 'known-journals.json'),
    // Text that could not be saved goes out of the way of what is counted here.
    rescueFolders: [`${folder}-rescue`],
  });
  const ask = askOf(core, told);
  await ask('journal.status', {});
  await act(ask, told, folder);
  try {
    core.close();
  } catch (error) {
    told.bugs.push(`closing threw: ${(error as Error).message}`);
  }
}

function askOf(core: Core, told: Told): Ask {
  return async (method, input) => {
    const reply = await core.serve(method, input);
    if (!reply.ok) told.errors += 1;
    if (!reply.ok && reply.error.code === 'bug') told.bugs.push(`${method}: ${reply.error.message}`);
    return reply;
  };
}

async function saveThings(ask: Ask, { oracle }: Told): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    const title = `Saved ${n}`;
    const reply = await ask('entries.create', { kind: 'win', title, body: 'x'.repeat(n * 9_000), tags: ['a tag'] });
    if (!reply.ok) continue;
    const { id } = reply.value as Entry;
    oracle.note({ is: 'revision', id, number: 1, title });
    const content = { kind: 'win', title: `Edited ${n}`, occurredOn: '2026-09-14' };
    const edited = await ask('entries.update', { id, baseRevision: 1, content });
    if (edited.ok) oracle.note({ is: 'revision', id, number: 2, title: content.title });
    const draft = { title: `Half ${n}` };
    await say(
      oracle,
      'draft composer',
      draft,
      async () => (await ask('drafts.save', { place: 'composer', content: draft })).ok,
    );
    await say(
      oracle,
      `evidence ${id}`,
      ['teaching'],
      async () => (await ask('evidence.set', { entryId: id, criterionId: 'teaching' })).ok,
    );
  }
}

/** What is on its way may be there or not; what was said to be done is there. */
async function say(oracle: Oracle, name: string, value: unknown, act: () => Promise<boolean>): Promise<void> {
  oracle.note({ will: name, value });
  if (await act()) oracle.note({ is: name, value });
}

async function importMany(ask: Ask, { oracle }: Told): Promise<void> {
  const drafts = Array.from({ length: IMPORTED }, (_, n) => ({
    kind: 'help',
    title: `Brought in ${n}`,
    body: 'y'.repeat(500),
  }));
  const reply = await ask('entries.createMany', drafts);
  if (!reply.ok) return;
  for (const { id, title } of reply.value as Entry[]) oracle.note({ is: 'revision', id, number: 1, title });
}

async function backUp(ask: Ask, told: Told): Promise<void> {
  await saveThings(ask, told);
  const reply = await ask('backups.make', {});
  if (reply.ok) told.oracle.note({ is: `backup ${(reply.value as { name: string }).name}`, value: true });
}

/** The journal of before is put back; what came later is in the file that was set aside. */
async function restoreFirst(ask: Ask, told: Told, folder: string): Promise<void> {
  const [name] = readdirSync(join(folder, 'backups')).filter((one) => one.endsWith('.sqlite'));
  told.isRestored = (await ask('backups.restore', { name })).ok;
  await ask('journal.status', {});
}

/** The doctor reads all of it, and makes the search index again. */
async function seeDoctor(ask: Ask): Promise<void> {
  await ask('journal.check', {});
  await ask('journal.repair', {});
}

/** What has been in the trash for long goes; all else stays. */
async function purgeTrash(ask: Ask, told: Told): Promise<void> {
  const { entries } = valueOr(await ask('entries.list', { trashed: true }), { entries: [] as Entry[] });
  const [{ id } = { id: '' }] = entries;
  if (id !== '') await say(told.oracle, `gone ${id}`, true, async () => (await ask('trash.purge', {})).ok);
}

function valueOr<Value>(reply: Reply, otherwise: Value): Value {
  return reply.ok ? (reply.value as Value) : otherwise;
}

async function exportPacket({ folder }: Stage, told: Told): Promise<void> {
  const file = join(folder, 'packet.md');
  told.oracle.note({ is: 'file packet.md', value: hash('sha256', OLD_PACKET) });
  await say(told.oracle, 'file packet.md', hash('sha256', NEW_PACKET), async () => {
    try {
      writeFileDurable(file, NEW_PACKET);
      return true;
    } catch {
      told.errors += 1;
      return false;
    }
  });
}

/** A first start in a folder beside. */
async function createBeside({ folder }: Stage, told: Told): Promise<void> {
  const beside = join(folder, 'beside');
  const stage = { folder: beside, path: join(beside, 'journal.sqlite') };
  await withCore(stage, told, async (ask) => {
    await ask('journal.create', {});
    await ask('entries.create', { kind: 'win', title: 'The first' });
  });
}

/** Copies a whole folder of plain files and folders. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const one of readdirSync(from, { withFileTypes: true })) {
    if (one.isDirectory()) copyFolder(join(from, one.name), join(to, one.name));
    else copyFileSync(join(from, one.name), join(to, one.name));
  }
}

/** Makes the folders that scenarios start from, once. */
export async function makeTemplates(fixtures: string, place: string): Promise<void> {
  const journal = join(place, 'journal');
  mkdirSync(journal, { recursive: true });
  const options = { path: join(journal, 'journal.sqlite'), knownJournals: join(journal, 'known-journals.json') };
  // So long ago that a purge takes what was thrown away then.
  const core = openCore({ ...options, clock: { ...systemClock, now: () => '2026-01-05T09:00:00.000Z' } });
  await core.serve('journal.create', {});
  for (const title of BEFORE) await core.serve('entries.create', { kind: 'win', title, body: 'z'.repeat(3_000) });
  const thrownAway = await core.serve('entries.create', { kind: 'win', title: 'Thrown away' });
  await core.serve('entries.trash', { id: valueOr(thrownAway, { id: '' }).id });
  const made = await core.serve('backups.make', {});
  if (!made.ok) throw new Error(made.error.message);
  await core.serve('entries.create', { kind: 'win', title: AFTER_BACKUP });
  core.close();
  writeFileDurable(join(journal, 'packet.md'), OLD_PACKET);
  for (const schema of ['schema-1', 'schema-3']) {
    const folder = join(place, schema);
    mkdirSync(folder);
    copyFileSync(join(fixtures, `${schema}.sqlite`), join(folder, 'journal.sqlite'));
  }
}

/** The path of the journal in a folder. */
export function toStage(folder: string): Stage {
  return { folder, path: join(folder, 'journal.sqlite') };
}
