import { z } from '../zod.ts';
import { daySchema } from './day-schema.ts';

export const signalAnswers = ['yes', 'sometimes', 'not-yet'] as const;

/** A dated answer to one of the rubric's signal questions, with the entry that shows it where there is one. */
export const checkInSchema = z.strictObject({
  signalId: z.string(),
  answeredOn: daySchema,
  answer: z.enum(signalAnswers),
  entryId: z.uuid().nullable(),
});
export type CheckIn = z.output<typeof checkInSchema>;

export const signalSchema = z.strictObject({ id: z.string(), statement: z.string(), criterionId: z.string() });
export type Signal = z.output<typeof signalSchema>;
