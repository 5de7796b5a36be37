import { z } from '../zod.ts';
import type { Day } from './day.ts';
import { daySchema } from './day-schema.ts';

/** A span of calendar days, both ends included; an end that is missing is open. */
export const periodSchema = z
  .strictObject({ from: daySchema.optional(), to: daySchema.optional() })
  .refine(({ from, to }) => !from || !to || from <= to, { error: 'ends before it starts: swap the two days' });

export type Period = z.infer<typeof periodSchema>;

/** Whether the day lies in the period. */
export function isInPeriod(day: Day, { from, to }: Period): boolean {
  return (!from || day >= from) && (!to || day <= to);
}
