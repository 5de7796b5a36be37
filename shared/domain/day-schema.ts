import { z } from '../zod.ts';
import { isDay } from './day.ts';

/** Checks a {@link Day}. It stands apart from the day's arithmetic so that the page can count days without a validator. */
export const daySchema = z
  .string()
  .refine(isDay, { error: 'must be a calendar day written YYYY-MM-DD, for example 2026-09-14' });
