import { coverageSchema } from '../domain/coverage.ts';
import {
  arrivalSchema,
  backupPreviewSchema,
  backupSchema,
  listedBackupSchema,
  secondPlaceSchema,
} from '../domain/backup.ts';
import { checkInSchema, signalSchema } from '../domain/check-in.ts';
import { criterionMarkSchema } from '../domain/criterion-mark.ts';
import { dayToNumber } from '../domain/day.ts';
import { dayMarkSchema, journalDaySchema } from '../domain/day-mark.ts';
import { newPeriodMarkSchema, periodMarkSchema } from '../domain/period-mark.ts';
import { dueReminderSchema, reminderSchema } from '../domain/reminder.ts';
import { prose } from '../domain/text.ts';
import { savedFilterSchema } from '../domain/saved-filter.ts';
import { draftPlaceSchema, draftSchema } from '../domain/draft.ts';
import { entryContentSchema, entryDraftSchema, entrySchema, revisionSchema } from '../domain/entry.ts';
import { entryKinds } from '../domain/entry-words.ts';
import { daySchema } from '../domain/day-schema.ts';
import { evidenceStates } from '../domain/evidence.ts';
import { goalContentSchema, goalSchema, goalStates } from '../domain/goal.ts';
import { journalCheckSchema, journalStatusSchema, salvageSchema } from '../domain/journal.ts';
import { ladderChoiceSchema, ladderFileSchema, ladderSchema } from '../domain/ladder.ts';
import { packetExportSchema, packetOptionsSchema, savedPacketSchema } from '../domain/packet.ts';
import { periodSchema } from '../domain/period.ts';
import { personSchema } from '../domain/person.ts';
import { profileSchema } from '../domain/profile.ts';
import { reviewedEntrySchema } from '../domain/review.ts';
import { rubricSchema, rubricSummarySchema } from '../domain/rubric.ts';
import { z } from '../zod.ts';

const nothing = z.strictObject({});
const entryId = z.strictObject({ id: z.uuid() });
const idHint = { error: 'must be an entry id, or at least 4 characters of one (rung list shows them)' };
const placeAnswer = z.strictObject({ place: secondPlaceSchema.nullable() });
const backupName = backupSchema.pick({ name: true });
const evidenceLink = { entryId: z.uuid(), criterionId: z.string() };

const entryIds = z.strictObject({ ids: z.array(z.uuid()).min(1).max(10_000) });

/** How many entries went for good, and whether their bytes have left the file too; while another program reads, they have not yet. */
const purged = z.strictObject({ purged: z.int(), isWiped: z.boolean() });

/** The most changes one request carries. */
const MANY = 10_000;

const save = z.strictObject({ id: z.uuid(), baseRevision: z.int().positive(), content: entryContentSchema });

const rubricId = z.strictObject({ id: z.string() });
const quarterSchema = z.string().regex(/^\d{4}-Q[1-4]$/, { error: 'must be a quarter such as 2026-Q4' });
const focusSchema = z.strictObject({ criterionIds: z.array(z.string()) });
const goalReviewInput = z.strictObject({
  id: z.uuid(),
  state: z.enum(goalStates),
  note: prose(2_000).default(''),
  ...goalContentSchema.pick({ nextAction: true, dueOn: true }).shape,
});

const evidenceChange = z.strictObject({
  ...evidenceLink,
  state: z.enum(evidenceStates).default('confirmed'),
  strong: z.boolean().default(false),
});

/** The most days one request reads: eleven years. */
const DAYS_LIMIT = 4_018;

const daySpan = z
  .strictObject({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to && dayToNumber(to) - dayToNumber(from) < DAYS_LIMIT, {
    error: `must be a span of at most ${DAYS_LIMIT} days that ends after it starts`,
  });

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
  /** Opens a journal that is refused for reading only, in a copy, where this Rung understands all of it. */
  'journal.view': { input: nothing, output: journalStatusSchema },
  /** Saves what can be read from a damaged journal into a new one; the damaged file is kept aside, whole. */
  'journal.salvage': { input: z.strictObject({ isPreview: z.boolean() }), output: salvageSchema },
  'journal.version': { input: nothing, output: z.strictObject({ version: z.string() }) },
  'journal.check': { input: nothing, output: z.array(journalCheckSchema) },
  /** Makes the full-text index again, then checks. */
  'journal.repair': { input: nothing, output: z.array(journalCheckSchema) },
  'entries.create': { input: entryDraftSchema, output: entrySchema },
  'entries.createMany': {
    input: z.array(entryDraftSchema).min(1, { error: 'holds no entry' }).max(100_000),
    output: z.array(entrySchema),
  },
  /** The entry whose id contains this text; `not-found` where there is none, `invalid` where there are several. */
  'entries.resolve': {
    input: z.strictObject({ idPart: z.string().regex(/^[0-9a-f-]{4,36}$/, idHint) }),
    output: entryId,
  },
  'entries.get': { input: entryId, output: entrySchema },
  'entries.list': { input: listQuery, output: page },
  'entries.update': { input: save, output: entrySchema },
  'entries.trash': { input: entryId, output: entrySchema },
  'entries.restore': { input: entryId, output: entrySchema },
  /** Many at once, in one transaction: all of it or none. Each save names the revision it started from. */
  'entries.updateMany': { input: z.array(save).min(1).max(MANY), output: z.array(entrySchema) },
  'entries.trashMany': { input: entryIds, output: z.array(entrySchema) },
  'entries.restoreMany': { input: entryIds, output: z.array(entrySchema) },
  /** Deletes for good what is in the trash, with all its versions: all of it or none. Backups made before still hold it. */
  'entries.purge': { input: entryIds, output: purged },
  'entries.history': { input: entryId, output: z.array(revisionSchema) },
  'find.entries': {
    /** See `parseQuery`; sealed entries only with `is:sealed` in the query. */
    input: listQuery.pick({ before: true, limit: true }).extend({ query: z.string().max(2_000) }),
    output: page,
  },
  'evidence.set': { input: evidenceChange, output: entrySchema },
  'evidence.setMany': { input: z.array(evidenceChange).min(1).max(MANY), output: z.array(entrySchema) },
  'evidence.remove': { input: z.strictObject(evidenceLink), output: entrySchema },
  'evidence.removeMany': {
    input: z.array(z.strictObject(evidenceLink)).min(1).max(MANY),
    output: z.array(entrySchema),
  },
  /** Entries with suggestions that nobody has decided about, newest first. */
  'review.list': {
    input: z.strictObject({ before: z.number().optional(), limit: z.int().min(1).max(PAGE_LIMIT).default(20) }),
    output: z.strictObject({ items: z.array(reviewedEntrySchema), nextBefore: z.number().nullable() }),
  },
  'review.count': { input: nothing, output: z.strictObject({ entries: z.int() }) },
  /** Checked copies of the whole journal, newest first. Answered also when the journal itself cannot be opened. */
  'backups.list': { input: nothing, output: z.array(listedBackupSchema) },
  /** Answers when the copy is made and checked; the journal goes on answering meanwhile. */
  'backups.make': { input: nothing, output: listedBackupSchema },
  /** Makes a backup if one is due, and lets superfluous ones go. Asked now and then by whoever serves the journal. */
  'backups.tend': { input: nothing, output: z.strictObject({ made: listedBackupSchema.nullable() }) },
  /** What would change if this backup took the journal's place. */
  'backups.preview': { input: backupName, output: backupPreviewSchema },
  'backups.restore': { input: backupName, output: z.strictObject({ replaced: z.string() }) },
  /** Checks a file that was laid into the backups' folder from elsewhere, and makes it a backup. */
  'backups.takeIn': { input: arrivalSchema, output: listedBackupSchema },
  'backups.place': { input: nothing, output: placeAnswer },
  /** Copies to the second place what is missing there. What went wrong is in the answer, not an error. */
  'backups.catchUp': { input: nothing, output: placeAnswer },
  /** Deletes for good what has been in the trash for 30 days. */
  'trash.purge': { input: nothing, output: purged },
  /** Names for completion, the most used first. */
  'names.list': {
    input: nothing,
    output: z.strictObject({ people: z.array(z.string()), projects: z.array(z.string()), tags: z.array(z.string()) }),
  },
  'days.list': { input: daySpan, output: z.array(journalDaySchema) },
  'days.mark': { input: z.strictObject({ day: daySchema, mark: dayMarkSchema.nullable() }), output: journalDaySchema },
  'periods.list': { input: nothing, output: z.array(periodMarkSchema) },
  'periods.save': { input: newPeriodMarkSchema, output: periodMarkSchema },
  'periods.remove': { input: entryId, output: nothing },
  'filters.get': { input: nothing, output: z.array(savedFilterSchema) },
  'filters.save': { input: z.array(savedFilterSchema).max(100), output: z.array(savedFilterSchema) },
  'reminder.get': { input: nothing, output: reminderSchema },
  'reminder.save': { input: reminderSchema, output: reminderSchema },
  'reminder.due': { input: nothing, output: dueReminderSchema.nullable() },
  'reminder.shown': { input: nothing, output: nothing },
  'reminder.snooze': { input: z.strictObject({ minutes: z.int().min(1).max(1_440) }), output: nothing },
  'signals.due': { input: nothing, output: z.array(signalSchema) },
  'signals.answer': {
    input: checkInSchema.omit({ answeredOn: true }).extend({ entryId: z.uuid().nullable().default(null) }),
    output: checkInSchema,
  },
  'signals.history': { input: nothing, output: z.array(checkInSchema) },
  /** The rubric in use, in its newest version. */
  'rubric.get': { input: nothing, output: rubricSchema },
  'rubrics.list': { input: nothing, output: z.array(rubricSummarySchema) },
  /** A version of a rubric, or its newest. */
  'rubrics.get': {
    input: z.strictObject({ id: z.string(), version: z.int().positive().optional() }),
    output: rubricSchema,
  },
  /** Keeps a new version; the number it comes with does not matter. Evidence stays where criterion ids stay. */
  'rubrics.save': { input: rubricSchema, output: rubricSchema },
  'rubrics.use': { input: rubricId, output: rubricSchema },
  /** Reads a company's ladder from the text of a file; nothing is kept. */
  'ladder.read': { input: ladderFileSchema, output: ladderSchema },
  /** The rubric that a ladder becomes by these choices; nothing is kept. */
  'ladder.preview': { input: ladderFileSchema.extend({ choice: ladderChoiceSchema }), output: rubricSchema },
  /** Only one that is not in use and has no evidence. */
  'rubrics.remove': { input: rubricId, output: nothing },
  'criteria.marks': { input: nothing, output: z.array(criterionMarkSchema) },
  'criteria.mark': { input: criterionMarkSchema, output: criterionMarkSchema },
  /** The criteria a quarter is for; the quarter as in `2026-Q4`. */
  'focus.get': { input: z.strictObject({ quarter: quarterSchema }), output: focusSchema },
  'focus.set': { input: focusSchema.extend({ quarter: quarterSchema }), output: focusSchema },
  'goals.list': { input: nothing, output: z.array(goalSchema) },
  'goals.save': { input: goalContentSchema.extend({ id: z.uuid().nullable().default(null) }), output: goalSchema },
  /** A look back: what became of it, and what comes next. */
  'goals.review': { input: goalReviewInput, output: goalSchema },
  'goals.link': {
    input: z.strictObject({ id: z.uuid(), entryId: z.uuid(), isLinked: z.boolean() }),
    output: goalSchema,
  },
  'goals.remove': { input: entryId, output: nothing },
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

/** SQLite answers at once; only copies of the whole journal take their time, in a thread of their own. */
type Answer<M extends Method> = M extends `backups.${string}` ? Output<M> | Promise<Output<M>> : Output<M>;
export type Handlers = { [M in Method]: (input: CheckedInput<M>) => Answer<M> };
/** The handlers of one part of the contract, such as `entries`. */
export type HandlersOf<Part extends string> = Pick<Handlers, Extract<Method, `${Part}.${string}`>>;

/** Whether the text names a method of the contract. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}
