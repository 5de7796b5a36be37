import { z } from '../zod.ts';
import { daySchema } from './day-schema.ts';
import { entryStatuses } from './entry-words.ts';

export const coverageStates = ['none', 'some', 'shown'] as const;
export type CoverageState = (typeof coverageStates)[number];

/** One confirmed evidence, reduced to what coverage asks of it. */
export const evidencePointSchema = z.strictObject({
  criterionId: z.string(),
  occurredOn: daySchema,
  status: z.enum(entryStatuses),
  strong: z.boolean(),
  hasResult: z.boolean(),
  /** Whether the entry has a link or names a witness. */
  hasProof: z.boolean(),
});
export type EvidencePoint = z.output<typeof evidencePointSchema>;

const criterionCoverageSchema = z.strictObject({
  criterionId: z.string(),
  coverage: z.enum(coverageStates),
  /** Switched off by the user: it decides nothing. */
  isOff: z.boolean(),
  /** The user says that work has offered no opportunity for it since this day. */
  noOpportunitySince: daySchema.nullable(),
  entries: z.int(),
  finished: z.int(),
  strong: z.int(),
  /** Finished entries that have a result and a link or a witness. */
  proven: z.int(),
  /** Where the entries lie, finished or not; only quarters with a finished one count towards shown. */
  quarters: z.array(z.strictObject({ quarter: z.string(), entries: z.int() })),
  lastOn: daySchema.nullable(),
  /** What the evidence adds up to, in one sentence. */
  why: z.string(),
  /** What would show more, the nearest first; empty once shown. */
  next: z.array(z.string()),
});
export type CriterionCoverage = z.output<typeof criterionCoverageSchema>;

const pillarCoverageSchema = z.strictObject({
  pillarId: z.string(),
  coverage: z.enum(coverageStates),
  why: z.string(),
  next: z.array(z.string()),
});
export type PillarCoverage = z.output<typeof pillarCoverageSchema>;

export const readinessOutcomes = ['none', 'one', 'onlyLeadership', 'two', 'three'] as const;

/** What confirmed evidence adds up to, per criterion and pillar, and the 2-of-3 view. Never a score. */
export const coverageSchema = z.strictObject({
  rubricId: z.string(),
  criteria: z.array(criterionCoverageSchema),
  pillars: z.array(pillarCoverageSchema),
  /** How many pillars are shown, in a sentence. */
  summary: z.string(),
  shownPillarIds: z.array(z.string()),
  /** The shortest way to the next pillar; null when all are shown. */
  nearest: z.strictObject({ pillarId: z.string(), step: z.string() }).nullable(),
  /** What that number means by the rubric's rule of thumb; null where the rubric has none. */
  readiness: z.strictObject({ outcome: z.enum(readinessOutcomes), meaning: z.string(), caveat: z.string() }).nullable(),
});
export type Coverage = z.output<typeof coverageSchema>;

/** The coverage of one criterion; throws where the coverage is of a rubric without it. */
export function findCriterionCoverage(coverage: Coverage, criterionId: string): CriterionCoverage {
  const found = coverage.criteria.find((one) => one.criterionId === criterionId);
  if (!found) throw new Error(`no coverage for criterion '${criterionId}'`);
  return found;
}
