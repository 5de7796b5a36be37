import { z } from '../zod.ts';
import { filledLine } from './text.ts';

/** A query under a name. */
export const savedFilterSchema = z.strictObject({ name: filledLine(80), query: filledLine(2_000) });
export type SavedFilter = z.output<typeof savedFilterSchema>;
