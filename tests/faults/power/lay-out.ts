import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance, DiskModel } from './disk-model.ts';
import { seededChance } from './seeded-chance.ts';

/** Puts a disk that was cut off into a real folder. What SQLite keeps in memory alone (-shm) is not on any disk. */
export function layOut(cut: ReturnType<DiskModel['cut']>, folder: string, place: string): void {
  for (const one of cut.folders) mkdirSync(join(place, one.slice(folder.length)), { recursive: true });
  for (const { paths, content } of cut.files) {
    const real = paths.filter((path) => !path.endsWith('-shm')).map((path) => join(place, path.slice(folder.length)));
    const [first, ...others] = real;
    if (first) writeFileSync(first, content, { mode: 0o600 });
    for (const other of others) linkSync(first!, other);
  }
}

/**
 * The first disks are the ones easiest to think of: nothing arrived that was not waited for, under the new names or the old
 * ones; everything arrived, the same. After those, chance.
 */
export function chances(at: number, n: number): { names: Chance; writes: Chance } {
  const [allWrites, noWrites] = [() => 0, () => 0.5];
  const [allNames, noNames] = [() => 0.999_999, () => 0];
  if (n < 4) return { names: n % 2 === 0 ? allNames : noNames, writes: n < 2 ? noWrites : allWrites };
  const chance = seededChance(at * 1_000 + n);
  return { names: chance, writes: chance };
}
