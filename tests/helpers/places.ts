import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreOptions } from '../../electron/core/open-core.ts';
import { openTestCore, type TestCore } from './core.ts';

/** Types of file systems, as statfs(2) tells them. */
export const NFS = 0x6969;
export const LOCAL = 0xef53;

/** Cores on the journal of a folder that lies on a file system of this type. */
export function openAt(
  folder: string,
  type: number,
  options: Partial<CoreOptions> = {},
): { open(): TestCore; path: string } {
  return {
    open: () => openTestCore({ folder, readType: () => type, ...options }),
    path: join(folder, 'journal.sqlite'),
  };
}

/** Every file of the folder but the list of known journals, with its bytes. */
export function fingerprint(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
