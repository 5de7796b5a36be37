import { z } from '../zod.ts';
import { daySchema } from './day-schema.ts';
import { line } from './text.ts';

export const periodMarkKinds = ['leave', 'freeze', 'reorg'] as const;

const OUT_OF_ORDER = { error: 'ends before it starts: swap the two days' };

const fields = {
  kind: z.enum(periodMarkKinds),
  from: daySchema,
  to: daySchema,
  note: line(300).default(''),
};

/** A stretch of days that explains a thin quarter and pauses reminders. Both ends are included. */
export const periodMarkSchema = z.strictObject({ id: z.uuid(), ...fields }).refine(isInOrder, OUT_OF_ORDER);
export type PeriodMark = z.output<typeof periodMarkSchema>;

/** The same before it has an id; with one it replaces the mark of that id. */
export const newPeriodMarkSchema = z
  .strictObject({ id: z.uuid().optional(), ...fields })
  .refine(isInOrder, OUT_OF_ORDER);

function isInOrder({ from, to }: { from: string; to: string }): boolean {
  return from <= to;
}
