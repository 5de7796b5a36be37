import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder in memory where there is one: most of what is written here is looked at once. */
export function scratchFolder(): string {
  const folder = join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'rung-faults');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Gives a folder of its own to what is done, and takes it away after. */
export async function withScratch<Value>(name: string, act: (place: string) => Promise<Value>): Promise<Value> {
  const place = mkdtempSync(join(scratchFolder(), `${name}-`));
  try {
    return await act(place);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
