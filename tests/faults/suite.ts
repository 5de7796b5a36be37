/** How hard the suites try: brief to see that they can fail, short with every change, full with a release. */
export type Effort = 'brief' | 'short' | 'full';

/** What a suite found. Anything in `failures` is a broken promise. */
export interface Found {
  /** Cuts, kills, faults, files or texts that were tried. */
  tries: number;
  /** Acknowledged words that were not there afterwards. */
  lost: number;
  /** Words that were where they must not be. */
  leaked: number;
  /** What went wrong, in words; the first few are printed. */
  failures: string[];
  /** What belongs beside the figures, such as a longest wait. */
  note?: string;
}

/** One promise of the README, tried by faults made on purpose. */
export interface Suite {
  name: string;
  promise: string;
  run(effort: Effort): Promise<Found>;
}

/** What several parts of one suite found, as one. */
export function addFound(parts: readonly Found[]): Found {
  const note = parts.flatMap((part) => part.note ?? []).join('; ');
  return {
    tries: sum(parts, (part) => part.tries),
    lost: sum(parts, (part) => part.lost),
    leaked: sum(parts, (part) => part.leaked),
    failures: parts.flatMap((part) => part.failures),
    ...(note ? { note } : {}),
  };
}

function sum(parts: readonly Found[], read: (part: Found) => number): number {
  return parts.reduce((total, part) => total + read(part), 0);
}
