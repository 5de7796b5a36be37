import { z } from '../zod.ts';

export const backupReasons = ['by-itself', 'by-hand', 'before-migration'] as const;

/** A copy of the whole journal that was opened and checked before it got its name. */
export const backupSchema = z.strictObject({
  /** The name of its file; it sorts by time. */
  name: z.string().regex(/^journal-[\w-]+\.sqlite$/, {
    error: 'must be the name of a backup; "rung backup list" shows them',
  }),
  madeAt: z.iso.datetime(),
  reason: z.enum(backupReasons),
  entries: z.int().nonnegative(),
  versions: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** SHA-256 of the file, hex. */
  sha256: z.string(),
});
export type Backup = z.output<typeof backupSchema>;

/** A backup beside the journal as it is: what would go and what would come back. */
export const backupPreviewSchema = z.strictObject({
  backup: backupSchema,
  onlyInJournal: z.int(),
  onlyInBackup: z.int(),
  /** Entries in both that were changed since. */
  newerInJournal: z.int(),
});
