import { z } from '../zod.ts';
import { periodSchema } from './period.ts';
import { periodPresets } from './period-preset.ts';
import { prose } from './text.ts';

export const audiences = ['manager', 'committee', 'self'] as const;
export type Audience = (typeof audiences)[number];

/** The longest case, in characters; the packet asks for 80 words and never cuts. */
export const CASE_LENGTH = 4_000;

/** Which entry each `[E12]` of the case means, by its id: numbers are given anew for every packet. */
const citationsSchema = z.record(z.string().regex(/^E\d{1,6}$/), z.uuid());

/** The packet being worked on: what its screen shows when it is opened again. */
export const savedPacketSchema = z.strictObject({
  audience: z.enum(audiences).default('manager'),
  preset: z.enum([...periodPresets, 'dates']).default('last-12-months'),
  /** The days chosen by hand, kept while a preset is on. */
  dates: periodSchema.default({}),
  theCase: prose(CASE_LENGTH).default(''),
  citations: citationsSchema.default({}),
  includesWording: z.boolean().default(false),
});
export type SavedPacket = z.output<typeof savedPacketSchema>;

/** What one export is made of: for whom, which days, and the case in the user's words. */
export const packetOptionsSchema = z.strictObject({
  audience: z.enum(audiences),
  period: periodSchema.default({}),
  theCase: prose(CASE_LENGTH).default(''),
  citations: citationsSchema.optional(),
  /** Prints the definitions of a rubric whose wording belongs to somebody else. */
  includesWording: z.boolean().optional(),
});
export type PacketOptions = z.output<typeof packetOptionsSchema>;

/** An export before it becomes a file. The same journal and options give the same bytes of `markdown`. */
export const packetExportSchema = z.strictObject({
  markdown: z.string(),
  fileName: z.string(),
  words: z.int(),
  caseWords: z.int(),
  /** The case in this packet's numbering, and what its labels mean. */
  theCase: z.string(),
  citations: citationsSchema,
  /** Citations of the case that are not in this packet, so left out of it. */
  missingReferences: z.array(z.string()),
  /** The entries in it, by reference: `E1` is the oldest. */
  references: z.array(z.strictObject({ reference: z.string(), entryId: z.string() })),
  /** Entries of the period that stay in the journal. */
  leftOut: z.strictObject({ private: z.int(), sealed: z.int() }),
});
export type PacketExport = z.output<typeof packetExportSchema>;
