import { z } from '../zod.ts';
import { line } from './text.ts';

/** What the head of a packet says about its author. Every field may be empty. */
export const profileSchema = z.strictObject({
  name: line(120).default(''),
  currentTitle: line(120).default(''),
  targetTitle: line(120).default(''),
  employer: line(120).default(''),
});
export type Profile = z.output<typeof profileSchema>;
