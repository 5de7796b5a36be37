import { dirname, join } from 'node:path';
import { openCore, type Core } from '../../../electron/core/open-core.ts';
import { writeFileDurable } from '../../../electron/files/durable-file.ts';
import { createClient, type Request } from '../../../shared/contract/client.ts';
import { fileToHash, type Note } from './oracle.ts';
import { seededChance } from './seeded-chance.ts';

/** A journal that is worked on, with a note of everything Rung said was done. */
interface Desk {
  core: Core;
  request: Request;
  /** Ids of entries outside the trash, with their newest revision. */
  entries: { id: string; revision: number }[];
  note(note: Note): void;
  chance: () => number;
}

const CRITERIA = ['architecture', 'teaching', 'hard-problems', 'coordination'];
const STEPS_A_SITTING = 12;

/**
 * A user's mixed work on the journal at `path`, `steps` steps of it, the journal closed and opened again in between. What was
 * acknowledged is noted through the shim, so that it stands in the log where it happened.
 */
export async function writeMixed(
  shim: { note(text: string): void },
  path: string,
  { steps, seed }: { steps: number; seed: number },
): Promise<void> {
  const note = (text: Note) => shim.note(`${JSON.stringify(text)}\n`);
  const desk: Desk = { ...openDesk(path), entries: [], note, chance: seededChance(seed) };
  await desk.request('journal.create', {});
  for (let step = 0; step < steps; step += 1) {
    if (step % STEPS_A_SITTING === STEPS_A_SITTING - 1) {
      desk.core.close();
      Object.assign(desk, openDesk(path));
    }
    await pickWork(desk, step)(desk, step, path);
  }
  desk.core.close();
}

function openDesk(path: string): Pick<Desk, 'core' | 'request'> {
  const core = openCore({ path, knownJournals: join(dirname(path), 'known-journals.json') });
  return { core, request: createClient(async (method, input) => core.serve(method, input)) };
}

type Work = (desk: Desk, step: number, path: string) => Promise<void>;

const WORK: [number, Work][] = [
  [30, addEntry],
  [20, editEntry],
  [12, saveDraft],
  [10, mapEntry],
  [8, trashAndRestore],
  [6, markDay],
  [5, addMany],
  [4, editStale],
  [3, exportPacket],
  [2, makeBackup],
];

function pickWork({ chance, entries }: Desk, step: number): Work {
  if (step < 2 || entries.length === 0) return addEntry;
  let left = chance() * WORK.reduce((sum, [weight]) => sum + weight, 0);
  return WORK.find(([weight]) => (left -= weight) < 0)![1];
}

async function addEntry({ request, entries, note, chance }: Desk, step: number): Promise<void> {
  const title = `Written in step ${step}`;
  // Now and then something long: several pages of the log at once.
  const body = chance() < 0.15 ? `${title}\n`.repeat(400 + Math.floor(chance() * 2_000)) : title;
  const { id } = await request('entries.create', {
    kind: 'win',
    title,
    body,
    tags: [`tag ${step % 5}`],
    people: ['Noor'],
  });
  note({ is: 'revision', id, number: 1, title });
  entries.push({ id, revision: 1 });
}

async function addMany({ request, entries, note }: Desk, step: number): Promise<void> {
  const titles = [1, 2, 3, 4].map((n) => `Brought in ${step}.${n}`);
  const drafts = titles.map((title) => ({ kind: 'help' as const, title, occurredOn: '2026-05-04' }));
  const added = await request('entries.createMany', drafts);
  for (const { id, title } of added) note({ is: 'revision', id, number: 1, title });
  entries.push(...added.map(({ id }) => ({ id, revision: 1 })));
}

async function editEntry(desk: Desk, step: number): Promise<void> {
  const entry = pickEntry(desk);
  const title = `Edited in step ${step}`;
  await desk.request('entries.update', toSave(entry.id, entry.revision, title));
  entry.revision += 1;
  desk.note({ is: 'revision', id: entry.id, number: entry.revision, title });
}

/** Somebody else was quicker: the text is set aside, and must stay as well. */
async function editStale(desk: Desk, step: number): Promise<void> {
  const entry = desk.entries.find(({ revision }) => revision > 1);
  if (!entry) return editEntry(desk, step);
  const title = `Set aside in step ${step}`;
  await desk.request('entries.update', toSave(entry.id, 1, title)).catch(() => undefined);
  entry.revision += 1;
  desk.note({ is: 'revision', id: entry.id, number: entry.revision, title });
  // The number of the current version is the one before; the next save starts from what is there.
  desk.entries.splice(desk.entries.indexOf(entry), 1);
}

async function saveDraft(desk: Desk, step: number): Promise<void> {
  const content = { title: `Half a sen ${step}` };
  await say(desk, 'draft composer', content, () => desk.request('drafts.save', { place: 'composer', content }));
}

async function mapEntry(desk: Desk): Promise<void> {
  const { id } = pickEntry(desk);
  const criterionId = CRITERIA[Math.floor(desk.chance() * CRITERIA.length)]!;
  const { evidence } = await desk.request('entries.get', { id });
  const after = [...new Set([...evidence.map((one) => one.criterionId), criterionId])].sort();
  await say(desk, `evidence ${id}`, after, () => desk.request('evidence.set', { entryId: id, criterionId }));
}

async function trashAndRestore(desk: Desk): Promise<void> {
  const { id } = pickEntry(desk);
  await say(desk, `trashed ${id}`, true, () => desk.request('entries.trash', { id }));
  if (desk.chance() < 0.7) await say(desk, `trashed ${id}`, false, () => desk.request('entries.restore', { id }));
  else
    desk.entries.splice(
      desk.entries.findIndex((one) => one.id === id),
      1,
    );
}

async function markDay(desk: Desk, step: number): Promise<void> {
  const day = `2026-03-${String(1 + (step % 28)).padStart(2, '0')}`;
  const mark = desk.chance() < 0.5 ? 'others' : 'own';
  await say(desk, `day ${day}`, mark, () => desk.request('days.mark', { day, mark }));
}

async function makeBackup(desk: Desk): Promise<void> {
  const { name } = await desk.request('backups.make', {});
  desk.note({ is: `backup ${name}`, value: true });
}

/** Written as `rung export` writes it, over the one before. */
async function exportPacket(desk: Desk, _step: number, path: string): Promise<void> {
  const { markdown } = await desk.request('packet.export', { audience: 'self' });
  const target = join(dirname(path), 'packet.md');
  const scratch = join('/tmp', `rung-faults-${process.pid}`);
  writeFileDurable(scratch, markdown);
  await say(desk, 'file packet.md', fileToHash(scratch), async () => writeFileDurable(target, markdown));
}

async function say(desk: Desk, name: string, value: unknown, act: () => Promise<unknown>): Promise<void> {
  desk.note({ will: name, value });
  await act();
  desk.note({ is: name, value });
}

function pickEntry({ entries, chance }: Desk): Desk['entries'][number] {
  return entries[Math.floor(chance() * entries.length)]!;
}

function toSave(id: string, baseRevision: number, title: string) {
  return { id, baseRevision, content: { kind: 'win' as const, title, occurredOn: '2026-09-14' } };
}
