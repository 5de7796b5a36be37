import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCore, type Core } from '../../../electron/core/open-core.ts';
import { writeFileDurable } from '../../../electron/files/durable-file.ts';
import type { Reply } from '../../../shared/contract/errors.ts';

/** A journal's folder in which a scenario plays. */
export interface Stage {
  folder: string;
  path: string;
}

/** What a scenario was told: titles that Rung said are saved, and answers that no user should see. */
export interface Told {
  titles: string[];
  bugs: string[];
  errors: number;
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

/** Every way in which Rung writes. */
export const scenarios: readonly Scenario[] = [
  { name: 'save', from: 'journal', play: (stage, told) => withCore(stage, told, saveThings) },
  { name: 'import', from: 'journal', play: (stage, told) => withCore(stage, told, importMany) },
  { name: 'backup', from: 'journal', play: (stage, told) => withCore(stage, told, backUp) },
  { name: 'restore', from: 'journal', play: (stage, told) => withCore(stage, told, restoreFirst) },
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
  const core = openCore({ path, knownJournals: join(folder, 'known-journals.json') });
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

async function saveThings(ask: Ask, told: Told): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    const title = `Saved ${n}`;
    const reply = await ask('entries.create', { kind: 'win', title, body: 'x'.repeat(n * 9_000), tags: ['a tag'] });
    if (!reply.ok) continue;
    told.titles.push(title);
    const { id } = reply.value as { id: string };
    const content = { kind: 'win', title: `Edited ${n}`, occurredOn: '2026-09-14' };
    if ((await ask('entries.update', { id, baseRevision: 1, content })).ok) told.titles.push(content.title);
    await ask('drafts.save', { place: 'composer', content: { title: `Half ${n}` } });
    await ask('evidence.set', { entryId: id, criterionId: 'teaching' });
  }
}

async function importMany(ask: Ask, told: Told): Promise<void> {
  const drafts = Array.from({ length: 60 }, (_, n) => ({
    kind: 'help',
    title: `Brought in ${n}`,
    body: 'y'.repeat(500),
  }));
  if ((await ask('entries.createMany', drafts)).ok) told.titles.push(...drafts.map(({ title }) => title));
}

async function backUp(ask: Ask, told: Told): Promise<void> {
  await saveThings(ask, told);
  await ask('backups.make', {});
}

/** The journal of before is put back; what came later is in the file that was set aside. */
async function restoreFirst(ask: Ask, _told: Told, folder: string): Promise<void> {
  const [name] = readdirSync(join(folder, 'backups')).filter((one) => one.endsWith('.sqlite'));
  await ask('backups.restore', { name });
  await ask('journal.status', {});
}

function exportPacket({ folder }: Stage, told: Told): void {
  try {
    writeFileDurable(join(folder, 'packet.md'), NEW_PACKET);
  } catch {
    told.errors += 1;
  }
}

/** A first start in a folder beside. */
async function createBeside({ folder }: Stage, told: Told): Promise<void> {
  const beside = join(folder, 'beside');
  const stage = { folder: beside, path: join(beside, 'journal.sqlite') };
  await withCore(stage, { ...told, titles: [] }, async (ask) => {
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
  const core = openCore({ path: join(journal, 'journal.sqlite'), knownJournals: join(journal, 'known-journals.json') });
  await core.serve('journal.create', {});
  for (let n = 0; n < 5; n += 1)
    await core.serve('entries.create', { kind: 'win', title: `Before ${n}`, body: 'z'.repeat(3_000) });
  const made = await core.serve('backups.make', {});
  if (!made.ok) throw new Error(made.error.message);
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
