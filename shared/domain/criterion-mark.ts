import { z } from '../zod.ts';
import { daySchema } from './day-schema.ts';
import { line } from './text.ts';

/** What the user says about a criterion beside evidence: that it is left out, or that work offers no opportunity for it. */
export const criterionMarkSchema = z.strictObject({
  criterionId: z.string(),
  /** It is shown nowhere and decides nothing. */
  isOff: z.boolean(),
  /** There has been no opportunity to show it since this day; not the same as no evidence. */
  noOpportunitySince: daySchema.nullable(),
  note: line(300),
});
export type CriterionMark = z.output<typeof criterionMarkSchema>;

/** The most criteria in focus in one quarter. */
export const FOCUS_LIMIT = 2;
