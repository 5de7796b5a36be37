import { SETTING } from '../setting.ts';
import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { openCore } from '../../../electron/core/open-core.ts';
import { createClient, type Request } from '../../../shared/contract/client.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { bodyOf, damages, ENTRIES, resetTo, titleOf } from './damage.ts';

// Damages one journal again and again, opens it, reads everything that it gives, and asks the doctor.
const [, , place = '', times = '', share = '', of = ''] = process.argv;
const template = join(place, 'template');
const folder = join(place, 'home');
const path = join(folder, 'journal.sqlite');
const failures: string[] = [];
const seen = { tries: 0, refused: 0, noticed: 0, inText: 0, inTextNoticed: 0 };

await makeTemplate();
const TITLES = new Set(Array.from({ length: ENTRIES }, (_, n) => titleOf(n)));
const names = Object.keys(damages);
for (let n = Number(share); n < Number(times); n += Number(of)) await tryDamage(names[n % names.length]!, n);
const note = `${seen.refused} refused at the start, ${seen.inTextNoticed} of ${seen.inText} damages inside text noticed`;
process.stdout.write(
  `${JSON.stringify({ tries: seen.tries, lost: 0, leaked: 0, failures: failures.slice(0, 30), note })}\n`,
);

async function tryDamage(name: string, n: number): Promise<void> {
  resetTo(template, folder);
  const before = readFileSync(path);
  damages[name]!(path, n);
  const after = readFileSync(path);
  if (before.equals(after)) return;
  seen.tries += 1;
  const isInText = changesText(before, after);
  if (isInText) seen.inText += 1;
  const started = performance.now();
  const isNoticed = await readEverything(`${name} (${n})`);
  if (isNoticed && isInText) seen.inTextNoticed += 1;
  if (isInText && !isNoticed) failures.push(`${name} (${n}): text was changed, and the doctor found nothing`);
  if (performance.now() - started > 10_000) failures.push(`${name} (${n}): took more than 10 seconds`);
}

/** Whether the journal was refused, or the doctor found something. Everything it gives has to be as it was written. */
async function readEverything(name: string): Promise<boolean> {
  const core = openCore({ path, knownJournals: join(folder, 'known-journals.json') });
  const request = createClient(async (method, input) => core.serve(method, input));
  try {
    const status = await request('journal.status', {});
    if (status.state !== 'open') {
      seen.refused += 1;
      return true;
    }
    await readLists(request, name);
    const checks = await request('journal.check', {}).catch(() => null);
    return checks === null || checks.some(({ isOk, id }) => !isOk && !SETTING.includes(id));
  } catch (error) {
    if (/Something went wrong inside Rung/.test((error as Error).message))
      failures.push(`${name}: ${(error as Error).message}`);
    return true;
  } finally {
    core.close();
  }
}

async function readLists(request: Request, name: string): Promise<void> {
  const lists = [
    await request('entries.list', { limit: 500 }).catch(refusedInWords(name)),
    await request('find.entries', { query: 'journal damaged', limit: 500 }).catch(refusedInWords(name)),
  ];
  for (const entry of lists.flatMap((list) => list?.entries ?? [])) assertText(entry, name);
  for (const { id } of lists[0]?.entries ?? []) {
    const entry = await request('entries.get', { id }).catch(refusedInWords(name));
    if (entry) assertText(entry, name);
  }
}

function refusedInWords(name: string) {
  return (error: Error): null => {
    if (/Something went wrong inside Rung/.test(error.message)) failures.push(`${name}: ${error.message}`);
    return null;
  };
}

function assertText({ title, body }: Entry, name: string): void {
  const n = Number(/^Entry (\d+) /.exec(title)?.[1] ?? Number.NaN);
  if (!TITLES.has(title) || body !== bodyOf(n)) failures.push(`${name}: served wrong text: ${JSON.stringify(title)}`);
}

/** Whether a changed byte lies inside the body of some entry. */
function changesText(before: Buffer, after: Buffer): boolean {
  if (after.length < before.length) return before.includes('Entry ', after.length, 'utf8');
  for (let n = 0; n < ENTRIES; n += 1) {
    const body = Buffer.from(bodyOf(n));
    const at = before.indexOf(body);
    if (at >= 0 && !before.subarray(at, at + body.length).equals(after.subarray(at, at + body.length))) return true;
  }
  return false;
}

async function makeTemplate(): Promise<void> {
  mkdirSync(place, { recursive: true });
  const making = join(place, 'making');
  const core = openCore({ path: join(making, 'journal.sqlite'), knownJournals: join(making, 'known-journals.json') });
  const request = createClient(async (method, input) => core.serve(method, input));
  await request('journal.create', {});
  for (let n = 0; n < ENTRIES; n += 1)
    await request('entries.create', { kind: 'win', title: titleOf(n), body: bodyOf(n) });
  core.close();
  // Nothing of an earlier page may lie about in the file: a change of that is no change of a text.
  const db = new Database(join(making, 'journal.sqlite'));
  db.pragma('secure_delete = ON');
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  renameSync(making, template);
}
