import { z } from '../zod.ts';

export const backupReasons = ['by-itself', 'by-hand', 'before-migration', 'from-file'] as const;

/** A copy of the whole journal that was opened and checked before it got its name. */
export const backupSchema = z.strictObject({
  /** The name of its file. */
  name: z.string().regex(/^journal-[\w-]+\.sqlite$/, {
    error: 'must be the name of a backup; "rung backup list" shows them',
  }),
  madeAt: z.iso.datetime(),
  /** Counts up from backup to backup: the order they were made in, whatever the clock said. */
  number: z.int().nonnegative().default(0),
  reason: z.enum(backupReasons),
  entries: z.int().nonnegative(),
  versions: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** SHA-256 of the file, hex. */
  sha256: z.string(),
});
export type Backup = z.output<typeof backupSchema>;

export const copyPlaces = ['beside-journal', 'second-place'] as const;

/** A backup with the places it can be read from now. */
export const listedBackupSchema = backupSchema.extend({ places: z.array(z.enum(copyPlaces)).min(1) });
export type ListedBackup = z.output<typeof listedBackupSchema>;

/** A backup beside the journal as it is: what would go and what would come back. */
export const backupPreviewSchema = z.strictObject({
  backup: listedBackupSchema,
  /** Null when the journal itself cannot be read. */
  changes: z
    .strictObject({
      onlyInJournal: z.int(),
      onlyInBackup: z.int(),
      /** Entries in both that were changed since. */
      newerInJournal: z.int(),
    })
    .nullable(),
});
export type BackupPreview = z.output<typeof backupPreviewSchema>;

/** The second place for backups that was chosen on this machine. */
export const secondPlaceSchema = z.strictObject({
  folder: z.string(),
  /** Whether it can be reached now: a stick may be in a drawer. */
  isThere: z.boolean(),
  copies: z.int(),
  newestAt: z.iso.datetime().nullable(),
  /** How many backups wait to be copied there. */
  missing: z.int(),
  /** Why the last copying there failed. */
  problem: z.string().nullable(),
});
export type SecondPlace = z.output<typeof secondPlaceSchema>;

/** The name under which a file waits in the backups' folder until it is checked. */
export const arrivalSchema = z.strictObject({ arrival: z.string().regex(/^arrival-[0-9a-f]{16}$/) });
