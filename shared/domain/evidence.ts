import { z } from '../zod.ts';
import { filledLine } from './text.ts';

export const evidenceStates = ['suggested', 'confirmed', 'dismissed'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

/** The link from an entry to a criterion. Only a confirmed one counts for coverage. */
export const evidenceSchema = z.strictObject({
  criterionId: filledLine(80),
  state: z.enum(evidenceStates),
  strong: z.boolean(),
});
export type Evidence = z.output<typeof evidenceSchema>;

/** Whether the entry carries confirmed evidence for the criterion. */
export function isEvidenceFor(evidence: readonly Evidence[], criterionId: string): boolean {
  return evidence.some((one) => one.criterionId === criterionId && one.state === 'confirmed');
}
