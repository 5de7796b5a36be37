import { z } from '../zod.ts';
import { daySchema } from './day-schema.ts';
import { filledLine, line, prose } from './text.ts';

export const goalStates = ['open', 'reached', 'changed', 'dropped'] as const;

/** What the user writes about a goal. */
export const goalContentSchema = z.strictObject({
  criterionId: z.string(),
  title: filledLine(256),
  /** The next thing to do towards it. */
  nextAction: line(300).default(''),
  dueOn: daySchema.nullable().default(null),
});

/** One look back at a goal: what became of it, in the user's words. */
const goalReviewSchema = z.strictObject({
  reviewedOn: daySchema,
  state: z.enum(goalStates),
  note: prose(2_000),
});
export type GoalReview = z.output<typeof goalReviewSchema>;

/** A dated intention on one criterion, with the entries that moved it and every look back at it, newest first. */
export const goalSchema = z.strictObject({
  ...goalContentSchema.shape,
  nextAction: z.string(),
  dueOn: daySchema.nullable(),
  id: z.uuid(),
  state: z.enum(goalStates),
  setOn: daySchema,
  entries: z.array(z.strictObject({ id: z.uuid(), title: z.string(), occurredOn: daySchema })),
  reviews: z.array(goalReviewSchema),
});
export type Goal = z.output<typeof goalSchema>;
