import type { ListedBackup } from '../../shared/domain/backup.ts';

/** A backup as one line of text. */
export function backupToLine({ name, reason, entries, versions, places }: ListedBackup): string {
  const where = places.includes('beside-journal') ? '' : ', in the second place only';
  return `${name}  ${entries} entries, ${versions} versions  (${reason}${where})`;
}
