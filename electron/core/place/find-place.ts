import { existsSync, readdirSync, statfsSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import type { JournalPlace } from '../../../shared/domain/journal.ts';
import { typeToSharedFileSystem } from './shared-file-systems.ts';
import { CONFLICT_MARKS, SYNC_TOOLS, type SyncTool } from './sync-tools.ts';

/** Reads the type of the file system that a folder lies on, as statfs(2) numbers it; 0 where it cannot be told. */
export type ReadFileSystemType = (folder: string) => number;

/** The type as this machine tells it. Only Linux numbers file systems the same at every start. */
export const readFileSystemType: ReadFileSystemType = (folder) => {
  if (process.platform !== 'linux') return 0;
  try {
    return statfsSync(folder).type;
  } catch {
    return 0;
  }
};

/**
 * What is special about where a journal lies: a network drive, or a folder that a sync tool copies. Null for an
 * ordinary local disk. `real` is the path of the file itself, with every link followed.
 */
export function findPlace(real: string, readType: ReadFileSystemType): JournalPlace | null {
  const network = findNetwork(real, readType);
  if (network) return { kind: 'network', name: network, conflicts: findConflicts(real) };
  const tool = findSyncTool(real);
  return tool ? { kind: 'sync', name: tool.name, conflicts: findConflicts(real) } : null;
}

/** The names of files beside the journal that a sync tool made of two machines' versions of it. They are only named. */
export function findConflicts(real: string): string[] {
  const end = extname(real);
  const stem = basename(real, end);
  return readNames(dirname(real))
    .filter((name) => name.startsWith(stem) && name.endsWith(end) && name !== basename(real))
    .filter((name) => CONFLICT_MARKS.some((mark) => mark.test(name.slice(stem.length, name.length - end.length))))
    .toSorted();
}

function findNetwork(real: string, readType: ReadFileSystemType): string | undefined {
  if (process.platform === 'win32' && /^[\\/]{2}[^?.]/.test(real)) return 'network share';
  return typeToSharedFileSystem(readType(dirname(real)));
}

function findSyncTool(real: string): SyncTool | undefined {
  const names = dirname(real).split(sep);
  const named = SYNC_TOOLS.find(({ folder }) => folder && names.some((name) => folder.test(name)));
  if (named) return named;
  const above = names.map((_, index) => names.slice(0, index + 1).join(sep) || sep);
  return SYNC_TOOLS.find(({ marker }) => marker && above.some((folder) => existsSync(join(folder, marker))));
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that may be entered but not listed: nothing beside the journal can be named.
    return [];
  }
}
