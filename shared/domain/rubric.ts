import { z } from '../zod.ts';
import { entryKinds } from './entry-words.ts';
import { filledLine, prose } from './text.ts';

/** Where a criterion comes from, and how strongly the source backs it. */
const whySchema = z.strictObject({
  point: prose(2_000),
  backing: z.enum(['strong', 'moderate', 'weak']),
});

export const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case words joined by hyphens' }),
  name: filledLine(80),
  definition: filledLine(400),
  counts: z.array(filledLine(400)).min(1),
  questions: z.array(filledLine(400)).min(1),
  feeds: z.array(z.enum([...entryKinds, 'goal'])),
  why: whySchema,
});
export type Criterion = z.output<typeof criterionSchema>;

const pillarSchema = z.strictObject({
  id: z.string(),
  name: filledLine(80),
  definition: filledLine(400),
  lead: z.string(),
  criteria: z.array(criterionSchema).min(1),
});
export type Pillar = z.output<typeof pillarSchema>;

const groundSchema = z.strictObject({
  id: z.string(),
  name: filledLine(80),
  definition: filledLine(400),
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
  /** What the number of shown pillars means, in words. */
  readiness: z.strictObject({
    /** The pillar that, shown alone, asks whether a management or product track suits. */
    managementTrackPillar: z.string(),
    caveat: filledLine(300),
    none: filledLine(400),
    one: filledLine(400),
    onlyLeadership: filledLine(400),
    two: filledLine(400),
    three: filledLine(400),
  }),
});

/** A named set of pillars and criteria, with the rules that turn evidence into coverage. */
export const rubricSchema = z.strictObject(rubricFields()).superRefine(checkIds);

function rubricFields() {
  return {
    id: z.string(),
    name: filledLine(80),
    version: z.int().positive(),
    source: prose(2_000),
    pillars: z.array(pillarSchema).min(1),
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
    if (!hasLead) refuse(['pillars', index, 'lead'], `'${pillar.lead}' is no criterion of this pillar`);
  }
  for (const [index, signal] of rubric.signals.entries()) {
    if (!ids.includes(signal.criterionId))
      refuse(['signals', index, 'criterionId'], `there is no criterion '${signal.criterionId}'`);
  }
}

export type Rubric = z.output<typeof rubricSchema>;

/** Every criterion of the rubric, pillars first, in the order of the file. */
export function rubricToCriteria(rubric: Rubric): Criterion[] {
  return [...rubric.pillars.flatMap((pillar) => pillar.criteria), ...rubric.ground.criteria];
}

/** The criterion with this id, or undefined where the rubric has none. */
export function findCriterion(rubric: Rubric, criterionId: string): Criterion | undefined {
  return rubricToCriteria(rubric).find((criterion) => criterion.id === criterionId);
}
