/** A stretch of a line, as its reader took it. The sources of all of them, joined, are the line. */
export interface LineStretch {
  source: string;
  isRecognised: boolean;
  /** Where in the source a backslash would keep it as text. */
  signAt: number;
}

/** Something recognised, under the line in words. */
export interface LineChip {
  /** Which stretch of the line it is. */
  stretch: number;
  sign: string;
  text: string;
  /** The same as it is read out. */
  spoken: string;
}

/** What stands with the line besides its text: a link, lines of notes. */
export interface LineExtra {
  key: string;
  text: string;
  verb: string;
  onRemove: () => void;
}

/** What may take the place of the sign that is being typed. */
export interface LineChoices {
  from: number;
  to: number;
  /** What each puts there, and how it is shown. */
  choices: readonly { text: string; label: string; hint?: string }[];
}

/** The recognised stretch that ends at the caret, or one space before it; null where there is none. */
export function findStretchBefore(
  stretches: readonly LineStretch[],
  caret: number,
): { index: number; from: number; signAt: number } | null {
  let from = 0;
  for (const [index, { source, isRecognised, signAt }] of stretches.entries()) {
    const to = from + source.length;
    const gap = caret - to;
    const isBehind = gap === 0 || (gap === 1 && stretches[index + 1]?.source.startsWith(' '));
    if (isRecognised && isBehind) return { index, from, signAt: from + signAt };
    from = to;
  }
  return null;
}

/** Where the backslash that keeps this stretch as text belongs. */
export function findSignPlace(stretches: readonly LineStretch[], index: number): number {
  const before = stretches.slice(0, index).reduce((length, { source }) => length + source.length, 0);
  return before + (stretches[index]?.signAt ?? 0);
}
