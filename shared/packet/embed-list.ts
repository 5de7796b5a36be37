import { escapeInline, guardLineStart } from './escape.ts';
import { isFence } from './embed-code.ts';
import type { EmbedBlock } from './embed-block.ts';

/** A list marker: its indentation, the bullet or number, the words after it. */
export const LIST_MARKER = /^([ \t]*)([-+*]|\d{1,9}[.)])(?:[ \t]+(.*)|)$/;
const DEEPEST = 5;

interface Level {
  /** The column where the words of this level begin in the user's text. */
  column: number;
  /** The same in the packet. */
  indent: number;
}

/** A list with the lists inside it, one line an item and its continuation lines. Bullets become `*`: those of the packet are `-`. */
export const embedList: EmbedBlock = (lines, at) => {
  const first = LIST_MARKER.exec(lines[at]!);
  if (!first || width(first[1]!) > 3) return undefined;
  const out: string[] = [];
  const levels: Level[] = [];
  let next = at;
  for (; next < lines.length && belongsToList(lines, next, levels); next += 1) {
    const line = lines[next]!;
    const marker = LIST_MARKER.exec(line);
    if (marker) out.push(openItem(marker, levels));
    else if (line.trim() !== '') out.push(...continueItem(lines, next, levels));
  }
  return { markdown: out.filter((line) => line !== '').join('\n'), next };
};

function belongsToList(lines: readonly string[], at: number, levels: readonly Level[]): boolean {
  const line = lines[at]!;
  if (line.trim() === '') return isIndentedOrItem(lines[at + 1] ?? '');
  if (isFence(line)) return false;
  if (LIST_MARKER.test(line) || lines[at - 1]?.trim() !== '')
    return levels.length === 0 || !/^ {0,3}(?:#{1,6}\s|>)/.test(line);
  return isIndentedOrItem(line);
}

function isIndentedOrItem(line: string): boolean {
  return LIST_MARKER.test(line) || (/^(?: {2}|\t)/.test(line) && line.trim() !== '' && !isFence(line));
}

function openItem([, indent, sign, words]: RegExpExecArray, levels: Level[]): string {
  const column = width(indent!);
  while (levels.length > 0 && (column < levels.at(-1)!.column || levels.length >= DEEPEST)) levels.pop();
  const bullet = /^\d/.test(sign!) ? `${Number.parseInt(sign!, 10)}.` : '*';
  const at = levels.at(-1)?.indent ?? 0;
  levels.push({ column: column + sign!.length + 1, indent: at + bullet.length + 1 });
  const text = toWords(words ?? '');
  return text && `${' '.repeat(at)}${bullet} ${text}`;
}

/** Words that go on with an item; a paragraph of its own inside an item joins the one before. */
function continueItem(lines: readonly string[], at: number, levels: readonly Level[]): string[] {
  return [`${' '.repeat(levels.at(-1)!.indent)}${toWords(lines[at]!)}`];
}

function toWords(words: string): string {
  const text = words.trim().replace(/^#{1,6}[ \t]+/, '');
  return guardLineStart(escapeInline(text));
}

function width(indent: string): number {
  return indent.replaceAll('\t', '    ').length;
}
