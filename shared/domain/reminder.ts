import { z } from '../zod.ts';

/** When to be reminded, and of what. Everything is off until it is turned on. */
export const reminderSchema = z.strictObject({
  isOn: z.boolean().default(false),
  /** Local time of day, 24 hours. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day such as 16:30' })
    .default('16:30'),
  /** ISO weekdays, 1 = Monday. */
  workDays: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
  /** Whether the reminder asks about the criterion with the least evidence. */
  asksQuestion: z.boolean().default(false),
  /** Whether two signal questions come up each week. */
  asksSignals: z.boolean().default(false),
});
export type Reminder = z.output<typeof reminderSchema>;

/** A reminder that is due now. */
export const dueReminderSchema = z.strictObject({
  text: z.string(),
  /** The criterion it asks about; null for a plain reminder. */
  criterionId: z.string().nullable(),
});
export type DueReminder = z.output<typeof dueReminderSchema>;
