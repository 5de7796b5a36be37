import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCore } from '../../../electron/core/open-core.ts';
import type { Request } from '../../../shared/contract/client.ts';
import { fileToHash } from '../power/oracle.ts';
import { findWrongChecks, withRequest } from '../with-request.ts';
import { AFTER_BACKUP, IMPORTED, NEW_PACKET, OLD_PACKET, type Stage, type Told } from './scenarios.ts';

/** What is wrong in a folder after a scenario was disturbed, in words; nothing fails any more while it is looked at. */
export async function findDamage({ folder }: Stage, told: Told, before: readonly string[]): Promise<string[]> {
  try {
    return await withRequest(folder, async (request) => {
      const status = await request('journal.status', {});
      if (status.state !== 'open') return [`the journal does not open: ${JSON.stringify(status)}`];
      return [
        ...(await findWrongChecks(request)),
        ...(await told.oracle.findLost(request, folder)).map((one) => `${one}: was said to be done`),
        ...findOtherTitles(await readTitles(request), told, folder, before),
        ...(await findBadBackups(request, folder)),
        ...findBadExport(folder),
        ...(await startBeside(folder)),
        ...findStrays(folder),
      ];
    });
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Whether the damage is that words are not where Rung said they are. */
export function isLoss(damage: string): boolean {
  return /is not there|was said to be done/.test(damage);
}

/** Every title of every version of every entry outside the trash. */
async function readTitles(request: Request): Promise<Set<string>> {
  const titles = new Set<string>();
  const { entries } = await request('entries.list', { limit: 500 });
  for (const { id } of entries) {
    for (const { content } of await request('entries.history', { id })) titles.add(content.title);
  }
  return titles;
}

function findOtherTitles(titles: Set<string>, told: Told, folder: string, before: readonly string[]): string[] {
  const imported = [...titles].filter((title) => title.startsWith('Brought in')).length;
  return [
    ...before.filter((title) => !titles.has(title)).map((title) => `"${title}" was there before and is not there`),
    ...(imported === 0 || imported === IMPORTED ? [] : [`${imported} of ${IMPORTED} were brought in`]),
    ...(before.length > 0 ? findRestored(titles.has(AFTER_BACKUP), told, folder) : []),
  ];
}

/** A restore is done or not; where it is done, what it replaced is kept. */
function findRestored(hasLaterEntry: boolean, { isRestored }: Told, folder: string): string[] {
  if (hasLaterEntry) return isRestored ? ['the backup was said to be in place and is not'] : [];
  const isKept = readdirSync(folder).some((name) => name.startsWith('journal.sqlite.replaced-'));
  return isRestored !== undefined && isKept ? [] : [`"${AFTER_BACKUP}" is not there, and was not set aside`];
}

/** A backup that is listed and is not what its note says. */
async function findBadBackups(request: Request, folder: string): Promise<string[]> {
  const listed = await request('backups.list', {});
  return listed
    .filter(({ name, sha256 }) => fileToHash(join(folder, 'backups', name)) !== sha256)
    .map(({ name }) => `the backup ${name} is not what its note says`);
}

function findBadExport(folder: string): string[] {
  const path = join(folder, 'packet.md');
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  return text === OLD_PACKET || text === NEW_PACKET
    ? []
    : [`packet.md is half of something (${text.length} characters)`];
}

/** Where a first start was disturbed, the next one works. */
async function startBeside(folder: string): Promise<string[]> {
  const beside = join(folder, 'beside');
  if (!existsSync(beside)) return [];
  const core = openCore({ path: join(beside, 'journal.sqlite'), knownJournals: join(beside, 'known-journals.json') });
  const reply = await core.serve('journal.create', { evenIfOneWasHere: true });
  core.close();
  return reply.ok ? [] : [`no journal could be started afterwards: ${reply.error.message}`];
}

/** Files that were on their way and were left: they would lie there for ever. */
function findStrays(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.part$|\.new-\d+|\.arriving-\d+|unfinished/.test(name))
    .map((name) => `${name} was left lying`);
}
