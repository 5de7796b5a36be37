import { z } from '../zod.ts';
import { daySchema } from './day-schema.ts';
import {
  entryStatuses,
  visibilities,
  peopleParts,
  winRoles,
  helpModes,
  initiatives,
  designForms,
  designRoles,
  designOutcomes,
} from './entry-words.ts';
import { evidenceSchema } from './evidence.ts';
import { filledLine, line, prose } from './text.ts';

/** The longest title, in characters (UTF-16 units). */
export const TITLE_LENGTH = 256;
/** The longest result, in characters (UTF-16 units). */
export const RESULT_LENGTH = 2_000;
/** The longest body, in characters (UTF-16 units). */
export const BODY_LENGTH = 1_000_000;

/**
 * The fields of each kind. Built when the first schema that needs them is used: a command that only reads never pays for
 * it, and zod takes longer to build these than the command takes for everything else.
 */
const entryFields = once(() => {
  const common = {
    title: filledLine(TITLE_LENGTH),
    body: prose(BODY_LENGTH).default(''),
    result: prose(RESULT_LENGTH).default(''),
    metrics: z.array(metric()).max(50).default([]),
    projects: names(),
    tags: names(),
    links: z.array(linkInput()).max(100).default([]),
    status: z.enum(entryStatuses).default('done'),
    visibility: z.enum(visibilities).default('private'),
    raiseAtNextMeeting: z.boolean().default(false),
  };
  return { win: winFields(common), help: helpFields(common), design: designFields(common) };
});

/** What the user wrote: every field of an entry that a revision keeps. Parsing fills in the defaults. */
export const entryContentSchema = z.lazy(() => entryOfAnyKind({ occurredOn: daySchema }));

/** An entry about to be created: `occurredOn` defaults to today; `evidence` given here counts as confirmed. */
export const entryDraftSchema = z.lazy(() =>
  entryOfAnyKind({
    occurredOn: daySchema.optional(),
    evidence: z
      .array(z.strictObject({ criterionId: filledLine(80), strong: z.boolean().default(false) }))
      .max(50)
      .default([]),
  }),
);

/** A stored entry: its newest content, its evidence, and the number of the revision the content comes from. */
export const entrySchema = z.lazy(() =>
  entryOfAnyKind({
    occurredOn: daySchema,
    id: z.uuid(),
    revision: z.int().positive(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    trashedAt: z.iso.datetime().nullable(),
    evidence: z.array(evidenceSchema),
  }),
);

/** Somebody in an entry, with the part they played. */
export type PersonInEntry = { name: string; part: (typeof peopleParts)[number] };
export type Metric = EntryContent['metrics'][number];
export type Link = EntryContent['links'][number];
export type EntryContent = z.output<typeof entryContentSchema>;
/** What a caller may hand in for {@link EntryContent}: everything with a default may be left out. */
export type EntryContentInput = z.input<typeof entryContentSchema>;
export type EntryDraft = z.input<typeof entryDraftSchema>;
export type Entry = z.output<typeof entrySchema>;

/**
 * One saved version of an entry. `isCurrent` is false for history and for the side of a conflict that was set aside.
 * `base` is the version its writer had before it, null for the first: what does not lie under the current one was set aside.
 */
export const revisionSchema = z.strictObject({
  number: z.int().positive(),
  base: z.int().positive().nullable(),
  savedAt: z.iso.datetime(),
  isCurrent: z.boolean(),
  content: entryContentSchema,
});
export type Revision = z.output<typeof revisionSchema>;

type Common = { title: z.ZodType<string> };

function winFields<Fields extends Common>(common: Fields) {
  return {
    kind: z.literal('win'),
    ...common,
    people: peopleInput('worked-with'),
    role: z.enum(winRoles).default('drove'),
    unblocked: z
      .strictObject({ who: line(300).default(''), howLong: line(120).default('') })
      .nullable()
      .default(null),
  };
}

function helpFields<Fields extends Common>(common: Fields) {
  return {
    kind: z.literal('help'),
    ...common,
    people: peopleInput('helped'),
    mode: z.enum(helpModes).nullable().default(null),
    initiative: z.enum(initiatives).nullable().default(null),
    minutes: z.int().min(0).max(100_000).nullable().default(null),
    canNow: prose(RESULT_LENGTH).default(''),
  };
}

function designFields<Fields extends Common>(common: Fields) {
  return {
    kind: z.literal('design'),
    ...common,
    people: peopleInput('worked-with'),
    form: z.enum(designForms).default('design'),
    role: z.enum(designRoles).default('author'),
    alternatives: prose(20_000).default(''),
    outcome: z.enum(designOutcomes).default('open'),
    lookBackOn: daySchema.nullable().default(null),
  };
}

/** An entry of one of the three kinds, with these fields beside the kind's own. */
function entryOfAnyKind<Beside extends z.ZodRawShape>(beside: Beside) {
  const { win, help, design } = entryFields();
  return z.discriminatedUnion('kind', [
    z.strictObject({ ...win, ...beside }),
    z.strictObject({ ...help, ...beside }),
    z.strictObject({ ...design, ...beside }),
  ]);
}

function once<Value>(build: () => Value): () => Value {
  let built: { value: Value } | undefined;
  return () => (built ??= { value: build() }).value;
}

function metric() {
  return z.strictObject({
    label: filledLine(120),
    before: quantity(),
    after: quantity(),
    unit: line(40).default(''),
    source: line(300).default(''),
  });
}

/** What was measured, kept as written: `420`, `3 h`, `about half`. A number may be given bare. */
function quantity() {
  return (z.preprocess(numberToText, line(120)) as z.ZodType<string, string | number>).default('');
}

function numberToText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

function names() {
  return z.array(filledLine(80)).max(50).default([]).transform(withoutRepeats);
}

/** People as `{ name, part }`, or a bare name, which takes the part that fits the kind. */
function peopleInput(defaultPart: PersonInEntry['part']) {
  const long = z.strictObject({ name: filledLine(120), part: z.enum(peopleParts).default(defaultPart) });
  return z
    .array(orBareText(long, (name) => ({ name })))
    .max(50)
    .default([]);
}

/** Links as `{ title, url }`, or a bare address. */
function linkInput() {
  return orBareText(z.strictObject({ title: line(300).default(''), url: linkUrl() }), (url) => ({ url }));
}

/** The schema, which also takes a bare text and reads it as `expand` says. */
function orBareText<Schema extends z.ZodType>(schema: Schema, expand: (text: string) => z.input<Schema>) {
  const read = (value: unknown) => (typeof value === 'string' ? expand(value) : value);
  return z.preprocess(read, schema) as z.ZodType<z.output<Schema>, string | z.input<Schema>>;
}

function linkUrl() {
  return line(2_000).pipe(z.url({ protocol: /^(https?|mailto)$/, error: 'must be an http, https or mailto address' }));
}

function withoutRepeats(list: string[]): string[] {
  return [...new Set(list)];
}
