import type { EntryKind } from '../../../shared/domain/entry-words.ts';

/** The headings that notes of each kind may start from, each a question to answer under it. */
export const TEMPLATES: Record<EntryKind, string> = {
  win: toTemplate('Problem', 'What I did', 'Result'),
  help: toTemplate('Whom, and where they were', 'What I showed or did', 'What they can do now'),
  design: toTemplate('Problem', 'Options', 'Choice, and why', 'What it costs'),
};

/** Where the first answer is written. */
export function templateCaret(template: string): number {
  return template.indexOf('\n') + 2;
}

function toTemplate(...headings: string[]): string {
  return headings.map((heading) => `### ${heading}\n\n`).join('\n');
}
