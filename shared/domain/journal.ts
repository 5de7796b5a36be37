import { z } from '../zod.ts';

/** Whether there is a journal to work on, and if not, why not. */
export const journalStatusSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('open'),
    path: z.string(),
    entries: z.int(),
    trashed: z.int(),
    /** The calendar day where the journal is, as its clock shows it. */
    today: z.string(),
  }),
  z.strictObject({
    state: z.literal('absent'),
    path: z.string(),
    /** A journal was at this place before and is gone: starting a new one needs a second yes. */
    wasHere: z.boolean(),
  }),
  z.strictObject({ state: z.literal('refused'), path: z.string(), reason: z.string() }),
]);
export type JournalStatus = z.output<typeof journalStatusSchema>;

/** One thing `rung doctor` looked at. */
export const journalCheckSchema = z.strictObject({ id: z.string(), isOk: z.boolean(), message: z.string() });
export type JournalCheck = z.output<typeof journalCheckSchema>;
