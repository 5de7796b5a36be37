import { z } from '../zod.ts';
import { daySchema } from './day-schema.ts';

export const dayMarks = ['own', 'even', 'others'] as const;

/** Whose work a day was: mostly own, even, mostly others'. */
export const dayMarkSchema = z.enum(dayMarks);
export type DayMark = z.output<typeof dayMarkSchema>;

/** A day of the journal: how many entries it holds, and its mark. */
export const journalDaySchema = z.strictObject({
  day: daySchema,
  entries: z.int().nonnegative(),
  mark: dayMarkSchema.nullable(),
});
export type JournalDay = z.output<typeof journalDaySchema>;
