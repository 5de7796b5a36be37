import { SETTING } from '../setting.ts';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCore, type Core } from '../../../electron/core/open-core.ts';
import type { Input, Method, Output } from '../../../shared/contract/contract.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Salvage } from '../../../shared/domain/journal.ts';
import { bodyOf, damages, ENTRIES, resetTo, titleOf } from './damage.ts';

// Damages a journal again and again, with and without a backup, and rescues what can be rescued. What comes back has to be
// what was written; what does not has to be counted; the damaged file has to stay as it was, to the byte.
const [, , place = '', times = '', share = '', of = ''] = process.argv;
const folder = join(place, 'home');
const path = join(folder, 'journal.sqlite');
const failures: string[] = [];
const seen = { tries: 0, lost: 0, whole: 0, refused: 0, recovered: 0, fromBackup: 0, told: 0 };

/** How many of the entries are in the backup as well. */
const IN_BACKUP = 25;

for (const hasBackup of [false, true]) await makeTemplate(hasBackup);
const names = Object.keys(damages);
for (let n = Number(share); n < Number(times); n += Number(of)) {
  // Several places at once: one alone leaves most of a journal as it was.
  const wounds = 1 + (n % 6);
  await tryRescue(names[n % names.length]!, n, wounds, Math.floor(n / names.length) % 2 === 0);
}
const note = `${seen.recovered} entries came back, ${seen.fromBackup} more from a backup, ${seen.told} told as lost; ${seen.refused} times nothing could be read`;
const found = { tries: seen.tries, lost: seen.lost, leaked: 0, failures: failures.slice(0, 30), note };
process.stdout.write(`${JSON.stringify(found)}\n`);

async function tryRescue(name: string, n: number, wounds: number, hasBackup: boolean): Promise<void> {
  resetTo(templateOf(hasBackup), folder);
  for (let wound = 0; wound < wounds; wound += 1) damages[name]!(path, n * 10 + wound);
  const damaged = readFileSync(path);
  seen.tries += 1;
  const say = (failure: string) =>
    failures.push(`${name}, ${wounds} times (${n})${hasBackup ? ', with a backup' : ''}: ${failure}`);
  const reply = await withCore(async (core) => core.serve('journal.salvage', { isPreview: false }));
  if (!reply.ok) {
    seen.refused += 1;
    if (reply.error.code === 'bug') say(reply.error.message);
    if (hasBackup) say(`nothing came back, though there is a backup: ${reply.error.message}`);
    if (!readFileSync(path).equals(damaged)) say('the damaged file is not as it was');
    return;
  }
  await checkRescue(reply.value as Salvage, damaged, hasBackup, say);
}

async function checkRescue(
  done: Salvage,
  damaged: Buffer,
  hasBackup: boolean,
  say: (failure: string) => void,
): Promise<void> {
  const fromBackup = done.fromBackup?.entries ?? 0;
  seen.recovered += done.recovered;
  seen.fromBackup += fromBackup;
  seen.told += done.lost.length;
  if (!done.kept || !readFileSync(done.kept).equals(damaged)) say('the damaged file was not kept as it was');
  if (done.recovered + fromBackup + done.lost.length !== done.of)
    say(`the counts do not add up: ${JSON.stringify(done)}`);
  if (done.of !== ENTRIES && !done.isAtLeast) say(`says that there were ${done.of} entries; there were ${ENTRIES}`);
  const entries = await withCore((core) => readRescued(core, say));
  if (entries.length !== done.recovered + fromBackup)
    say(`says ${done.recovered + fromBackup} entries came back, and there are ${entries.length}`);
  const titles = new Set(entries.map(({ title }) => title));
  for (const { title, body } of entries) if (!isWritten(title, body)) say(`brought back ${JSON.stringify(title)}`);
  if (!hasBackup) return;
  const missing = Array.from({ length: IN_BACKUP }, (_, one) => titleOf(one)).filter((title) => !titles.has(title));
  seen.lost += missing.length;
  for (const title of missing) say(`"${title}" is in the backup and did not come back`);
}

/** What the new journal holds, each version as it was written, and nothing wrong with it. */
async function readRescued(core: Core, say: (failure: string) => void): Promise<Entry[]> {
  const status = await ask(core, 'journal.status', {});
  if (status.state !== 'open') {
    say(`the new journal does not open: ${JSON.stringify(status)}`);
    return [];
  }
  const checks = await ask(core, 'journal.check', {});
  for (const { isOk, id, message } of checks) if (!isOk && !SETTING.includes(id)) say(`the new journal: ${message}`);
  const { entries } = await ask(core, 'entries.list', { limit: 500 });
  for (const { id } of entries)
    for (const { content } of await ask(core, 'entries.history', { id }))
      if (!isWritten(content.title, content.body)) say(`brought back a version ${JSON.stringify(content.title)}`);
  const strays = readdirSync(folder).filter((file) => /\.part$|\.arriving|\.rescue\.json$|\.new-/.test(file));
  for (const stray of strays) say(`${stray} was left lying`);
  return entries;
}

async function ask<M extends Method>(core: Core, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await core.serve(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value as Output<M>;
}

function isWritten(title: string, body: string): boolean {
  const n = Number(/^Entry (\d+) /.exec(title)?.[1] ?? Number.NaN);
  return title === titleOf(n) && body === bodyOf(n);
}

function templateOf(hasBackup: boolean): string {
  return join(place, hasBackup ? 'with-backup' : 'alone');
}

/** Every second entry has an earlier version with another body that was written as well. */
async function makeTemplate(hasBackup: boolean): Promise<void> {
  const home = templateOf(hasBackup);
  mkdirSync(home, { recursive: true });
  const core = openHome(home);
  await ask(core, 'journal.create', {});
  for (let n = 0; n < ENTRIES; n += 1) {
    if (hasBackup && n === IN_BACKUP) await ask(core, 'backups.make', {});
    const content = { kind: 'win' as const, title: titleOf(n), body: bodyOf(n), occurredOn: '2026-09-14' };
    const { id } = await ask(core, 'entries.create', content);
    if (n % 2 === 0)
      await ask(core, 'entries.update', { id, baseRevision: 1, content: { ...content, result: 'It held.' } });
  }
  core.close();
}

async function withCore<Value>(act: (core: Core) => Promise<Value>): Promise<Value> {
  const core = openHome(folder);
  try {
    return await act(core);
  } finally {
    core.close();
  }
}

function openHome(home: string): Core {
  return openCore({ path: join(home, 'journal.sqlite'), knownJournals: join(home, 'known-journals.json') });
}
