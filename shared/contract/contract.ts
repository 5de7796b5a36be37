import { coverageSchema } from '../domain/coverage.ts';
import { draftPlaceSchema, draftSchema } from '../domain/draft.ts';
import { entryContentSchema, entryDraftSchema, entrySchema, revisionSchema } from '../domain/entry.ts';
import { entryKinds } from '../domain/entry-words.ts';
import { daySchema } from '../domain/day-schema.ts';
import { evidenceStates } from '../domain/evidence.ts';
import { journalCheckSchema, journalStatusSchema } from '../domain/journal.ts';
import { packetExportSchema, packetOptionsSchema, savedPacketSchema } from '../domain/packet.ts';
import { periodSchema } from '../domain/period.ts';
import { personSchema } from '../domain/person.ts';
import { profileSchema } from '../domain/profile.ts';
import { rubricSchema } from '../domain/rubric.ts';
import { z } from '../zod.ts';

const nothing = z.strictObject({});
const entryId = z.strictObject({ id: z.uuid() });
const idHint = { error: 'must be an entry id, or at least 4 characters of one (rung list shows them)' };
const evidenceLink = { entryId: z.uuid(), criterionId: z.string() };

/** The most entries one page of a list holds. */
export const PAGE_LIMIT = 500;

const listQuery = z.strictObject({
  kind: z.enum(entryKinds).optional(),
  tag: z.string().optional(),
  project: z.string().optional(),
  person: z.string().optional(),
  /** Only entries with confirmed evidence for this criterion. */
  criterionId: z.string().optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  /** The trash instead of the journal. */
  trashed: z.boolean().default(false),
  /** Where the page before ended. */
  before: z.number().optional(),
  limit: z.int().min(1).max(PAGE_LIMIT).default(50),
});

const page = z.strictObject({
  entries: z.array(entrySchema),
  /** Where the next page begins; null when there is none. */
  nextBefore: z.number().nullable(),
});

/** Everything that may be asked of a journal: one line a method. Lists come newest first. */
export const contract = {
  'journal.status': { input: nothing, output: journalStatusSchema },
  'journal.create': {
    input: z.strictObject({ evenIfOneWasHere: z.boolean().default(false) }),
    output: journalStatusSchema,
  },
  'journal.version': { input: nothing, output: z.strictObject({ version: z.string() }) },
  'journal.check': { input: nothing, output: z.array(journalCheckSchema) },
  /** Makes the full-text index again, then checks. */
  'journal.repair': { input: nothing, output: z.array(journalCheckSchema) },
  'entries.create': { input: entryDraftSchema, output: entrySchema },
  'entries.createMany': { input: z.array(entryDraftSchema).min(1).max(100_000), output: z.array(entrySchema) },
  /** The entry whose id contains this text; `not-found` where there is none, `invalid` where there are several. */
  'entries.resolve': {
    input: z.strictObject({ idPart: z.string().regex(/^[0-9a-f-]{4,36}$/, idHint) }),
    output: entryId,
  },
  'entries.get': { input: entryId, output: entrySchema },
  'entries.list': { input: listQuery, output: page },
  'entries.update': {
    input: z.strictObject({ id: z.uuid(), baseRevision: z.int().positive(), content: entryContentSchema }),
    output: entrySchema,
  },
  'entries.trash': { input: entryId, output: entrySchema },
  'entries.restore': { input: entryId, output: entrySchema },
  'entries.history': { input: entryId, output: z.array(revisionSchema) },
  'find.entries': {
    /** See `parseQuery`; sealed entries only with `is:sealed` in the query. */
    input: listQuery.pick({ before: true, limit: true }).extend({ query: z.string().max(2_000) }),
    output: page,
  },
  'evidence.set': {
    input: z.strictObject({
      ...evidenceLink,
      state: z.enum(evidenceStates).default('confirmed'),
      strong: z.boolean().default(false),
    }),
    output: entrySchema,
  },
  'evidence.remove': { input: z.strictObject(evidenceLink), output: entrySchema },
  'rubric.get': { input: nothing, output: rubricSchema },
  'coverage.get': { input: periodSchema, output: coverageSchema },
  'people.list': { input: nothing, output: z.array(personSchema) },
  'people.save': { input: personSchema, output: personSchema },
  'drafts.get': { input: z.strictObject({ place: draftPlaceSchema }), output: draftSchema.nullable() },
  'drafts.save': { input: draftSchema.omit({ savedAt: true }), output: draftSchema },
  'drafts.discard': { input: z.strictObject({ place: draftPlaceSchema }), output: nothing },
  'profile.get': { input: nothing, output: profileSchema },
  'profile.save': { input: profileSchema, output: profileSchema },
  'packet.get': { input: nothing, output: savedPacketSchema },
  'packet.save': { input: savedPacketSchema, output: savedPacketSchema },
  'packet.export': { input: packetOptionsSchema, output: packetExportSchema },
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
/** What a caller hands in: fields with a default may be left out. */
export type Input<M extends Method> = z.input<Contract[M]['input']>;
/** What a handler receives: checked, with the defaults filled in. */
export type CheckedInput<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;

export type Handlers = { [M in Method]: (input: CheckedInput<M>) => Output<M> };
/** The handlers of one part of the contract, such as `entries`. */
export type HandlersOf<Part extends string> = Pick<Handlers, Extract<Method, `${Part}.${string}`>>;

/** Whether the text names a method of the contract. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}
