import { z } from '../zod.ts';
import { filledLine, prose } from './text.ts';

/** A ladder as it was read from a file, before anything is chosen about it. */
export const ladderSchema = z.strictObject({
  name: z.string(),
  levels: z.array(z.string()),
  themes: z.array(
    z.strictObject({
      name: z.string(),
      criteria: z.array(
        z.strictObject({
          name: z.string(),
          description: z.string(),
          texts: z.array(z.strictObject({ level: z.string(), text: z.string() })),
        }),
      ),
    }),
  ),
});

/** What is chosen about a ladder before it becomes a rubric. */
export const ladderChoiceSchema = z.strictObject({
  name: filledLine(80),
  source: prose(2_000).default(''),
  mine: z.string().nullable().default(null),
  target: z.string().nullable().default(null),
  isConfidential: z.boolean().default(true),
  leftOut: z.array(z.string()).max(2_000).default([]),
});

/** A file with a ladder. */
export const ladderFileSchema = z.strictObject({ fileName: z.string().max(400), text: prose(5_000_000) });
