import type { Revision } from '../../../shared/domain/entry.ts';

/** The numbers of the versions that the current one grew from, itself included. What is not among them was set aside. */
export function versionLine(versions: readonly Revision[]): ReadonlySet<number> {
  const byNumber = new Map(versions.map((version) => [version.number, version]));
  const line = new Set<number>();
  let version = versions.find(({ isCurrent }) => isCurrent);
  while (version && !line.has(version.number)) {
    line.add(version.number);
    version = version.base === null ? undefined : byNumber.get(version.base);
  }
  return line;
}
