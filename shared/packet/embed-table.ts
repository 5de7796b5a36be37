import { escapeInline, guardLineStart } from './escape.ts';
import type { EmbedBlock } from './embed-block.ts';

const DELIMITER_ROW = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether the line is the second line of a table. A line of dashes alone is none: it underlines a heading. */
export function isDelimiterRow(line: string): boolean {
  return /[|:]/.test(line) && DELIMITER_ROW.test(line);
}

/** A table. Code inside cells is shown as plain text: a `|` in it would end the cell and let the rest out. */
export const embedTable: EmbedBlock = (lines, at) => {
  const delimiter = lines[at + 1] ?? '';
  if (!isDelimiterRow(delimiter)) return undefined;
  let next = at + 2;
  while (next < lines.length && lines[next]!.trim() !== '') next += 1;
  const rows = [lines[at]!, ...lines.slice(at + 2, next)].map(toRow);
  const cells = delimiter
    .replaceAll(/^[ |\t]+|[ |\t]+$/g, '')
    .split('|')
    .map((cell) => cell.trim());
  return { markdown: [rows[0], `| ${cells.join(' | ')} |`, ...rows.slice(1)].join('\n'), next };
};

function toRow(line: string): string {
  const row = escapeInline(line.trim(), { hasCode: false });
  return row.startsWith('|') ? row : guardLineStart(row);
}
