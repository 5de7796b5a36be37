import type { EvidencePoint } from '../../shared/domain/coverage.ts';
import { rubricSchema } from '../../shared/domain/rubric.ts';
import seniorEngineer from '../../resources/rubrics/senior-engineer.json' with { type: 'json' };

export const rubric = rubricSchema.parse(seniorEngineer);

/** Two days in different quarters. */
export const SPRING = '2026-04-20';
export const AUTUMN = '2026-10-05';
export const proof = { hasResult: true, hasProof: true };

/** A finished entry without result or proof, unless `more` says otherwise. */
export function point(criterionId: string, occurredOn: string, more: Partial<EvidencePoint> = {}): EvidencePoint {
  return { criterionId, occurredOn, status: 'done', strong: false, hasResult: false, hasProof: false, ...more };
}

/** The least evidence that shows each of these criteria. */
export function shown(...criterionIds: string[]): EvidencePoint[] {
  return criterionIds.flatMap((id) => [point(id, SPRING), point(id, SPRING), point(id, AUTUMN, proof)]);
}
