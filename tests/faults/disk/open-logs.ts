import { SETTING } from '../setting.ts';
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCore, type Core } from '../../../electron/core/open-core.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { damages, resetTo } from './damage.ts';

// Opens journals whose write-ahead log (-wal) was damaged, lost, mixed up, or is no log at all. SQLite drops what follows a
// damaged place in a log, and cannot tell that from a log that ends there: what is asked here is that nothing wrong is
// served, nothing that stood in the file itself is lost, nothing is left out in the middle, and nothing crashes or hangs.
const [, , place = '', times = '', share = '', of = ''] = process.argv;
const folder = join(place, 'home');
const path = join(folder, 'journal.sqlite');
const failures: string[] = [];
const seen = { tries: 0, lost: 0, refused: 0, noticed: 0 };

/** The longest that opening and reading may take, in milliseconds. */
const LIMIT = 10_000;
/** How many entries stand in the file itself, and how many more in its log. */
const IN_FILE = 10;
const IN_LOG = 20;
const own = (n: number) => `Entry ${n} of this journal`;
const strange = (n: number) => `Entry ${n} of another journal`;
const bodyOf = (title: string) => `${title}: `.repeat(60);

/** What is done to a journal with a log; `mixes` where SQLite plays in what is not of this moment or this journal. */
interface Mishap {
  act(n: number): void;
  mixes?: boolean;
}

const log = `${path}-wal`;
const template = (name: string) => join(place, `template-${name}`);
const replaceLog = (make: () => void) => () => (rmSync(log), make());

const MISHAPS: Record<string, Mishap> = {
  ...Object.fromEntries(
    Object.entries(damages).map(([name, damage]) => [`log: ${name}`, { act: (n: number) => damage(log, n) }]),
  ),
  'no log': { act: () => rmSync(log) },
  'an empty log': { act: () => writeFileSync(log, '') },
  'a text as log': { act: () => writeFileSync(log, 'Dear diary,\n'.repeat(3_000)) },
  'a folder as log': { act: replaceLog(() => mkdirSync(log)) },
  'a link to itself as log': { act: replaceLog(() => symlinkSync(log, log)) },
  'rubbish as -shm': { act: () => writeFileSync(`${path}-shm`, Buffer.alloc(32_768, 0xa5)) },
  'the log of another journal': {
    act: () => copyFileSync(join(template('strange'), 'journal.sqlite-wal'), log),
    mixes: true,
  },
  'a log of an earlier moment': {
    act: () => copyFileSync(join(template('later'), 'journal.sqlite'), path),
    mixes: true,
  },
};

await makeTemplates();
const names = Object.keys(MISHAPS);
for (let n = Number(share); n < Number(times); n += Number(of)) await tryMishap(names[n % names.length]!, n);
const note = `${seen.refused} refused at the start, ${seen.noticed} noticed by the doctor`;
const found = { tries: seen.tries, lost: seen.lost, leaked: 0, failures: failures.slice(0, 30), note };
process.stdout.write(`${JSON.stringify(found)}\n`);

async function tryMishap(name: string, n: number): Promise<void> {
  resetTo(template('own'), folder);
  const { act, mixes = false } = MISHAPS[name]!;
  act(n);
  seen.tries += 1;
  const started = performance.now();
  const say = (failure: string) => failures.push(`${name} (${n}): ${failure}`);
  const core = openHome(folder);
  try {
    await readAll(core, mixes, say);
  } catch (error) {
    say(`threw ${(error as Error).message}`);
  } finally {
    core.close();
  }
  if (performance.now() - started > LIMIT) say(`took more than ${LIMIT} ms`);
  if (!existsSync(path)) say('the journal is gone');
}

async function readAll(core: Core, mixes: boolean, say: (failure: string) => void): Promise<void> {
  const status = await core.serve('journal.status', {});
  if (!status.ok) return say(`journal.status said ${status.error.message}`);
  if ((status.value as { state: string }).state !== 'open') return void (seen.refused += 1);
  const listed = await core.serve('entries.list', { limit: 500 });
  const checked = await core.serve('journal.check', {});
  for (const reply of [listed, checked]) if (!reply.ok && reply.error.code === 'bug') say(reply.error.message);
  const isSound =
    checked.ok &&
    (checked.value as { id: string; isOk: boolean }[]).every(({ id, isOk }) => isOk || SETTING.includes(id));
  if (!isSound) seen.noticed += 1;
  const entries = listed.ok ? (listed.value as { entries: Entry[] }).entries : [];
  for (const { title, body } of entries) if (!isWritten(title, body)) say(`served ${JSON.stringify(title)}`);
  if (mixes) return;
  if (!isSound) say('the doctor found something where the log alone was damaged');
  const numbers = new Set(entries.map(({ title }) => Number(/\d+/.exec(title)?.[0])));
  const missing = Array.from({ length: Math.max(IN_FILE, numbers.size) }, (_, one) => one).filter(
    (one) => !numbers.has(one),
  );
  seen.lost += missing.length;
  for (const one of missing) say(`"${own(one)}" is missing`);
}

/** Whether this text was ever written, here or in the other journal. */
function isWritten(title: string, body: string): boolean {
  return /^Entry \d+ of (?:this|another) journal$/.test(title) && body === bodyOf(title);
}

async function makeTemplates(): Promise<void> {
  await makeTemplate('own', own);
  await makeTemplate('strange', strange);
  // The same journal after its log was carried over, and more was written.
  cpSync(template('own'), template('later'), { recursive: true });
  (await write(template('later'), (n) => own(n), IN_FILE + IN_LOG, 10))();
}

/** A journal with some of its entries in the log alone, copied while it is open. */
async function makeTemplate(name: string, titleOf: (n: number) => string): Promise<void> {
  const making = join(place, 'making');
  (await write(making, titleOf, 0, IN_FILE))();
  const close = await write(making, titleOf, IN_FILE, IN_LOG);
  cpSync(making, template(name), { recursive: true, filter: (file) => !file.endsWith('-shm') });
  close();
  rmSync(making, { recursive: true });
}

/** Writes entries into the journal of a home; closing it, which carries the log over, is for the caller. */
async function write(home: string, titleOf: (n: number) => string, from: number, count: number): Promise<() => void> {
  const core = openHome(home);
  await core.serve('journal.create', {});
  for (let n = from; n < from + count; n += 1) {
    const title = titleOf(n);
    const reply = await core.serve('entries.create', { kind: 'win', title, body: bodyOf(title) });
    if (!reply.ok) throw new Error(reply.error.message);
  }
  return () => core.close();
}

function openHome(home: string): Core {
  return openCore({ path: join(home, 'journal.sqlite'), knownJournals: join(home, 'known-journals.json') });
}
