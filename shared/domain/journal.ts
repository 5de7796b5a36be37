import { z } from '../zod.ts';
import { backupSchema } from './backup.ts';

/** A place where a journal needs care: other machines may write there too. */
export const journalPlaceSchema = z.strictObject({
  kind: z.enum(['network', 'sync']),
  /** The kind of network file system, or the name of the sync tool. */
  name: z.string(),
  /** Names of files beside the journal that a sync tool made when two machines wrote it. Never opened, never deleted. */
  conflicts: z.array(z.string()),
});
export type JournalPlace = z.output<typeof journalPlaceSchema>;

/** Whether there is a journal to work on, and if not, why not. */
export const journalStatusSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('open'),
    path: z.string(),
    entries: z.int(),
    trashed: z.int(),
    /** The calendar day where the journal is, as its clock shows it. */
    today: z.string(),
    /** Why nothing can be written here, as a sentence; null where everything can. */
    readOnly: z.string().nullable(),
    /** What is special about where the journal lies; null for an ordinary local disk. */
    place: journalPlaceSchema.nullable(),
  }),
  z.strictObject({
    state: z.literal('absent'),
    path: z.string(),
    /** A journal was at this place before and is gone: starting a new one needs a second yes. */
    wasHere: z.boolean(),
  }),
  z.strictObject({
    state: z.literal('refused'),
    path: z.string(),
    reason: z.string(),
    /** Whether it can be looked at without being touched (`journal.view`). */
    canView: z.boolean(),
  }),
  z.strictObject({
    state: z.literal('damaged'),
    path: z.string(),
    /** What is wrong. */
    reason: z.string(),
    /** The newest backup that is still, byte for byte, what was checked when it was made. */
    backup: backupSchema.nullable(),
  }),
]);
export type JournalStatus = z.output<typeof journalStatusSchema>;

/** What a rescue of a damaged journal brings back, or would. */
export const salvageSchema = z.strictObject({
  /** Entries that come out of the damaged file itself. */
  recovered: z.int(),
  /** How many entries there were, as far as the file, its indexes and the newest backup tell. */
  of: z.int(),
  /** Whether there may have been more than `of`. */
  isAtLeast: z.boolean(),
  /** Entries that the file lost and a checked backup has; null where there is no such backup. */
  fromBackup: z.strictObject({ name: z.string(), madeAt: z.string(), entries: z.int() }).nullable(),
  /** Entries that come back in an earlier version, because a later one is lost. */
  older: z.int(),
  /** Saved versions that are lost. */
  lostVersions: z.int(),
  /** Entries that are nowhere, with their title where it is known. */
  lost: z.array(z.strictObject({ id: z.string(), title: z.string().nullable() })),
  /** Where the damaged file is kept, whole; null for a preview. */
  kept: z.string().nullable(),
});
export type Salvage = z.output<typeof salvageSchema>;

/** One thing `rung doctor` looked at. */
export const journalCheckSchema = z.strictObject({ id: z.string(), isOk: z.boolean(), message: z.string() });
export type JournalCheck = z.output<typeof journalCheckSchema>;
