import { z } from '../zod.ts';
import { entrySchema } from './entry.ts';

/** An entry with what is suggested for it and not yet decided. */
export const reviewedEntrySchema = z.strictObject({
  entry: entrySchema,
  suggestions: z.array(z.strictObject({ criterionId: z.string(), reasons: z.array(z.string()) })).min(1),
});
export type ReviewedEntry = z.output<typeof reviewedEntrySchema>;
