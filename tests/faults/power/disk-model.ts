import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DiskOperation } from './disk-log.ts';

/** What a disk writes whole or not at all. */
const SECTOR = 512;

/** A change to the content of a file that nobody has waited for yet. */
type Unsynced = { offset: number; data: Buffer } | { length: number };

/** A file whatever its name: what is on the disk for sure, and what may be. */
interface Inode {
  synced: Buffer;
  unsynced: Unsynced[];
}

type NameChange = { folders: string[]; apply: (names: Map<string, Inode>) => void };

/** A number from 0 up to 1, such as `Math.random`. */
export type Chance = () => number;

/**
 * A disk as a power cut finds it. What was synced stays; what was written and not synced is there, is not, or is torn at a
 * sector, each write for itself; changes of names are there up to some point in their order, and at least up to the last
 * sync of their folder. It is stricter than ext4, where a sync of a file also keeps its name.
 */
export class DiskModel {
  readonly #now = new Map<string, Inode>();
  readonly #durable = new Map<string, Inode>();
  #changes: NameChange[] = [];
  readonly #folders = new Set<string>();

  /** `before` names files that are safely there already, each by a file with its content. */
  constructor(folder: string, before: Record<string, string> = {}) {
    this.#folders.add(folder);
    for (const [path, source] of Object.entries(before)) {
      const inode = { synced: readFileSync(source), unsynced: [] };
      this.#now.set(path, inode);
      this.#durable.set(path, inode);
    }
  }

  apply(operation: DiskOperation): void {
    switch (operation.kind) {
      case 'folder':
        this.#folders.add(operation.path);
        break;
      case 'create':
        this.#put(operation.path, { synced: Buffer.alloc(0), unsynced: [] });
        break;
      case 'write':
        this.#inode(operation.path).unsynced.push(operation);
        break;
      case 'truncate':
        this.#inode(operation.path).unsynced.push(operation);
        break;
      case 'unlink':
        this.#change([operation.path], (names) => void names.delete(operation.path));
        break;
      case 'link':
        this.#put(operation.to, this.#inode(operation.path));
        break;
      case 'rename':
        this.#rename(operation.path, operation.to);
        break;
      case 'sync':
        this.#sync(operation.path);
        break;
      case 'note':
        break;
    }
  }

  /** The folders there are, and one disk that a cut at this moment could leave. Chance 0 for writes keeps them all, near 1 for names does. */
  cut({ names: ofNames, writes }: { names: Chance; writes: Chance }): {
    folders: string[];
    files: { paths: string[]; content: Buffer }[];
  } {
    const names = new Map(this.#durable);
    const kept = Math.floor(ofNames() * (this.#changes.length + 1));
    for (const { apply } of this.#changes.slice(0, kept)) apply(names);
    // One file may have several names.
    const byInode = Map.groupBy(names.keys(), (path) => names.get(path)!);
    const files = [...byInode].map(([inode, paths]) => ({ paths, content: contentAfterCut(inode, writes) }));
    return { folders: [...this.#folders], files };
  }

  #inode(path: string): Inode {
    const inode = this.#now.get(path);
    if (!inode) throw new Error(`The log of the disk is broken: ${path} is changed and was never made.`);
    return inode;
  }

  #put(path: string, inode: Inode): void {
    this.#change([path], (names) => void names.set(path, inode));
  }

  #rename(path: string, to: string): void {
    const inode = this.#inode(path);
    this.#change([path, to], (names) => {
      names.delete(path);
      names.set(to, inode);
    });
  }

  #change(paths: string[], apply: NameChange['apply']): void {
    apply(this.#now);
    this.#changes.push({ folders: paths.map((path) => dirname(path)), apply });
  }

  #sync(path: string): void {
    if (this.#folders.has(path)) {
      const last = this.#changes.findLastIndex(({ folders }) => folders.includes(path));
      for (const { apply } of this.#changes.splice(0, last + 1)) apply(this.#durable);
      return;
    }
    const inode = this.#inode(path);
    inode.synced = contentAfterCut(inode, () => 0);
    inode.unsynced = [];
  }
}

/** Chance 0 keeps everything. */
function contentAfterCut({ synced, unsynced }: Inode, chance: Chance): Buffer {
  let content = synced;
  for (const change of unsynced) {
    const fate = chance();
    // Two fifths whole, two fifths gone, one torn.
    if (fate >= 0.4 && fate < 0.8) continue;
    content = 'length' in change ? truncate(content, change.length) : overwrite(content, change, fate >= 0.8, chance);
  }
  return content;
}

function truncate(content: Buffer, length: number): Buffer {
  if (length <= content.length) return content.subarray(0, length);
  return Buffer.concat([content, Buffer.alloc(length - content.length)]);
}

function overwrite(
  content: Buffer,
  { offset, data }: { offset: number; data: Buffer },
  isTorn: boolean,
  chance: Chance,
) {
  const grown = Buffer.alloc(Math.max(content.length, offset + data.length));
  content.copy(grown);
  for (let at = 0; at < data.length;) {
    const end = Math.min(data.length, at + SECTOR - ((offset + at) % SECTOR));
    if (!isTorn || chance() < 0.5) data.copy(grown, offset + at, at, end);
    at = end;
  }
  return grown;
}
