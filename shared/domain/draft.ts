import { z } from '../zod.ts';

/** Where unsaved typing is kept. One draft a place: the composer, the quick line, an entry being edited, the case of a packet. */
export const draftPlaceSchema = z.string().regex(/^(composer|capture|entry:[0-9a-f-]{36}|packet)$/, {
  error: "must be 'composer', 'capture', 'packet' or 'entry:' and an entry id",
});

/** The longest draft, in characters of JSON. */
export const DRAFT_LENGTH = 2_000_000;

/** Unsaved typing, kept as the screen that wrote it wants it back. */
export const draftSchema = z.strictObject({
  place: draftPlaceSchema,
  content: z.json(),
  savedAt: z.iso.datetime(),
});
export type Draft = z.output<typeof draftSchema>;
