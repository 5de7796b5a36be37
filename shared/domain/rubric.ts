import { z } from '../zod.ts';
import { entryKinds } from './entry-words.ts';
import { filledLine, line, prose } from './text.ts';

/** Where a criterion comes from, and how strongly the source backs it. */
const whySchema = z.strictObject({
  point: prose(2_000),
  backing: z.enum(['strong', 'moderate', 'weak']),
});

/** The fields of an entry that a rule may ask about. */
export const ruledFields = ['role', 'mode', 'initiative', 'form', 'outcome'] as const;

/**
 * Suggests the criterion for an entry of one of these kinds when every named field has one of the given values, and, where
 * there are words, one of them stands in its text. A word with `*` at its end stands for everything that begins so.
 */
const suggestRuleSchema = z.strictObject({
  kinds: z.array(z.enum(entryKinds)).min(1),
  fields: z.partialRecord(z.enum(ruledFields), z.array(line(40)).min(1)).default({}),
  words: z.array(filledLine(60)).max(100).default([]),
  /** Said to the user as the reason. */
  because: filledLine(200),
});
export type SuggestRule = z.output<typeof suggestRuleSchema>;

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case words joined by hyphens' });

export const criterionSchema = z.strictObject({
  id: idSchema,
  name: filledLine(80),
  definition: filledLine(2_000),
  counts: z.array(filledLine(2_000)).default([]),
  questions: z.array(filledLine(400)).default([]),
  feeds: z.array(z.enum([...entryKinds, 'goal'])),
  why: whySchema.nullable().default(null),
  suggests: z.array(suggestRuleSchema).max(50).default([]),
  /** What each level of a ladder asks, where the rubric has levels. */
  levels: z.array(z.strictObject({ level: filledLine(80), text: prose(8_000) })).default([]),
});
export type Criterion = z.output<typeof criterionSchema>;

const pillarSchema = z.strictObject({
  id: idSchema,
  name: filledLine(80),
  definition: line(400).default(''),
  /** The criterion the pillar cannot be shown without; a pillar without one needs one more of the others. */
  lead: z.string().nullable().default(null),
  criteria: z.array(criterionSchema).min(1),
});
export type Pillar = z.output<typeof pillarSchema>;

const groundSchema = z.strictObject({
  id: idSchema,
  name: filledLine(80),
  definition: line(400).default(''),
  criteria: z.array(criterionSchema),
});

const rulesSchema = z.strictObject({
  /** A criterion is shown from this many finished entries, over this many quarters, of which so many carry a result and a proof. */
  shown: z.strictObject({
    finishedEntries: z.int().positive(),
    quarters: z.int().positive(),
    withResultAndProof: z.int().nonnegative(),
  }),
  /** A pillar is shown when its lead criterion and this many others are. */
  pillarShown: z.strictObject({ othersBesideLead: z.int().nonnegative() }),
  /** What the number of shown pillars means, in words; null where it means nothing, as on most companies' ladders. */
  readiness: z
    .strictObject({
      /** The pillar that, shown alone, asks whether a management or product track suits. */
      managementTrackPillar: z.string(),
      caveat: filledLine(300),
      none: filledLine(400),
      one: filledLine(400),
      onlyLeadership: filledLine(400),
      two: filledLine(400),
      three: filledLine(400),
    })
    .nullable(),
});

/** A named set of pillars and criteria, with the rules that turn evidence into coverage. */
export const rubricSchema = z.strictObject(rubricFields()).superRefine(checkIds);

function rubricFields() {
  return {
    id: idSchema,
    name: filledLine(80),
    version: z.int().positive(),
    source: prose(2_000),
    /** The wording belongs to somebody else: exports print the names of criteria only, unless the user chooses otherwise. */
    isConfidential: z.boolean().default(false),
    /** The ladder's levels, lowest first, with the user's own and the one aimed at; empty where there are none. */
    levels: z
      .strictObject({
        all: z.array(filledLine(80)).max(20),
        mine: z.string().nullable(),
        target: z.string().nullable(),
      })
      .default({ all: [], mine: null, target: null }),
    pillars: z.array(pillarSchema).min(1).max(40),
    ground: groundSchema,
    rules: rulesSchema,
    signals: z.array(z.strictObject({ id: z.string(), statement: filledLine(200), criterionId: z.string() })),
  };
}

/** Every id is unique, and every id that is pointed at is there. */
function checkIds(rubric: z.output<z.ZodObject<ReturnType<typeof rubricFields>>>, context: z.RefinementCtx): void {
  const all = rubric.pillars.flatMap((pillar) => pillar.criteria).concat(rubric.ground.criteria);
  const ids = all.map((criterion) => criterion.id);
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
    refuse(['pillars'], `'${id}' is there twice`);
  for (const [index, pillar] of rubric.pillars.entries()) {
    const hasLead = pillar.criteria.some((criterion) => criterion.id === pillar.lead);
    if (!hasLead && pillar.lead !== null)
      refuse(['pillars', index, 'lead'], `'${pillar.lead}' is no criterion of this pillar`);
  }
  for (const [index, signal] of rubric.signals.entries()) {
    if (!ids.includes(signal.criterionId))
      refuse(['signals', index, 'criterionId'], `there is no criterion '${signal.criterionId}'`);
  }
  for (const end of ['mine', 'target'] as const) {
    const level = rubric.levels[end];
    if (level !== null && !rubric.levels.all.includes(level)) refuse(['levels', end], `there is no level '${level}'`);
  }
}

export type Rubric = z.output<typeof rubricSchema>;
/** What a caller may hand in for a {@link Rubric}: everything with a default may be left out. */
export type RubricInput = z.input<typeof rubricSchema>;

/** A rubric as a list shows it. */
export const rubricSummarySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The newest version, and all there are, newest first. */
  version: z.int(),
  versions: z.array(z.strictObject({ version: z.int(), savedAt: z.string().nullable() })),
  criteria: z.int(),
  isBuiltIn: z.boolean(),
  isInUse: z.boolean(),
});
export type RubricSummary = z.output<typeof rubricSummarySchema>;

/** Every criterion of the rubric, pillars first, in the order of the file. */
export function rubricToCriteria(rubric: Rubric): Criterion[] {
  return [...rubric.pillars.flatMap((pillar) => pillar.criteria), ...rubric.ground.criteria];
}

/** The criterion with this id, or undefined where the rubric has none. */
export function findCriterion(rubric: Rubric, criterionId: string): Criterion | undefined {
  return rubricToCriteria(rubric).find((criterion) => criterion.id === criterionId);
}
