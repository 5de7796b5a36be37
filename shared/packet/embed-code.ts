import { fenceFor } from './escape.ts';
import type { EmbedBlock } from './embed-block.ts';

const FENCE = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})[ \t]*([\w+#.-]{0,40})/;
const CLOSING = /^[ \t]*(`{3,}|~{3,})[ \t]*$/;
const INDENTED = /^(?: {4}| {0,3}\t)/;

/** Whether a fenced block of code begins on this line. */
export function isFence(line: string): boolean {
  return FENCE.test(line);
}

/** A fenced block of code; one that is never closed ends with the text. */
export const embedFence: EmbedBlock = (lines, at) => {
  const opening = FENCE.exec(lines[at]!);
  if (!opening) return undefined;
  let end = at + 1;
  while (end < lines.length && !closes(lines[end]!, opening[1]!)) end += 1;
  const indent = /^[ \t]*/.exec(lines[at]!)![0].length;
  const code = lines.slice(at + 1, end).map((line) => line.replace(new RegExp(`^[ \\t]{0,${indent}}`), ''));
  return { markdown: toFence(code, opening[2]!), next: end + 1 };
};

/** Lines indented by four columns, which are code in Markdown. */
export const embedIndentedCode: EmbedBlock = (lines, at) => {
  if (!INDENTED.test(lines[at]!)) return undefined;
  let end = at + 1;
  while (end < lines.length && (INDENTED.test(lines[end]!) || (lines[end]!.trim() === '' && isCodeAfter(lines, end))))
    end += 1;
  return {
    markdown: toFence(
      lines.slice(at, end).map((line) => line.replace(INDENTED, '')),
      '',
    ),
    next: end,
  };
};

function closes(line: string, fence: string): boolean {
  const closing = CLOSING.exec(line)?.[1];
  return closing !== undefined && closing.startsWith(fence);
}

function isCodeAfter(lines: readonly string[], at: number): boolean {
  return INDENTED.test(lines[at + 1] ?? '');
}

function toFence(code: readonly string[], language: string): string {
  if (code.every((line) => line.trim() === '')) return '';
  const fence = fenceFor(code);
  return [`${fence}${language}`, ...code, fence].join('\n');
}
