import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { inputToEntries, isSavedBy, RESCUE_MARK, rescuedSchema, type Rescued } from '../../shared/domain/rescued.ts';
import { writeFileDurable } from './durable-file.ts';
import { makeFolder } from './make-folder.ts';

/** A request whose text must not be lost. */
export interface Unsaved {
  journal: string;
  method: string;
  input: unknown;
}

const NAME = /^rescued-[\w.-]+\.json$/;

/** Where text goes that the journal did not take, in this order: never beside a journal, whose disk is the one that failed. */
export function findRescueFolders(): string[] {
  return [join(homedir(), 'Rung rescue'), join(tmpdir(), `rung-rescue-${userInfo().username}`)];
}

/**
 * Keeps all of a request in a file of its own, in the first folder that takes it, and returns its path; null where none does.
 * The files it says again, word for word or typed on, go.
 */
export function keepRescue(folders: readonly string[], unsaved: Unsaved, keptAt: string): string | null {
  const { journal, method, input } = unsaved;
  const entries = inputToEntries(method, input);
  const isAllInEntries = method === 'entries.create' || method === 'entries.createMany';
  const rescued = { rung: RESCUE_MARK, keptAt, journal, method, entries, input: isAllInEntries ? null : input };
  for (const folder of folders) {
    try {
      const path = join(folder, nameOf(unsaved));
      makeFolder(folder);
      assertOwn(folder);
      writeFileDurable(path, `${JSON.stringify(rescued, null, 2)}\n`);
      settleRescues(folders, unsaved, path);
      return path;
    } catch {
      // This folder does not take it; perhaps the next does.
    }
  }
  return null;
}

/** Removes the rescue files whose text is saved by this request, or kept by a newer file. */
export function settleRescues(folders: readonly string[], { journal, method, input }: Unsaved, except?: string): void {
  for (const path of findRescuesOf(folders, journal)) {
    const rescued = path === except ? undefined : readRescue(path);
    if (rescued && isSavedBy(rescued, method, input)) rmSync(path, { force: true });
  }
}

/** The rescue files of a journal. */
export function findRescuesOf(folders: readonly string[], journal: string): string[] {
  return folders
    .flatMap((folder) => readNames(folder).map((name) => ({ name, path: join(folder, name) })))
    .filter(({ name, path }) => NAME.test(name) && readRescue(path)?.journal === journal)
    .map(({ path }) => path);
}

/** What a rescue file holds; undefined where it is none. */
function readRescue(path: string): Rescued | undefined {
  try {
    return rescuedSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The same text gets the same name, so that trying again makes no second file. */
function nameOf({ journal, method, input }: Unsaved): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([journal, method, input]))
    .digest('hex')
    .slice(0, 16);
  return `rescued-${method}-${hash}.json`;
}

/** In a folder that everybody may write to, somebody else could have made it first. */
function assertOwn(folder: string): void {
  const stat = lstatSync(folder);
  const isOwn = stat.isDirectory() && (process.getuid === undefined || stat.uid === process.getuid());
  if (!isOwn || (process.platform !== 'win32' && (stat.mode & 0o077) !== 0))
    throw new Error(`${folder} is not private`);
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
