import type { EmbedBlock } from './embed-block.ts';
import { embedFence, embedIndentedCode, isFence } from './embed-code.ts';
import { embedList, LIST_MARKER } from './embed-list.ts';
import { embedTable, isDelimiterRow } from './embed-table.ts';
import { escapeInline, guardLineStart, normaliseLines } from './escape.ts';

const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const UNDERLINE = /^ {0,3}(?:-+|=+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}>/;
const DEEPEST_QUOTE = 4;

/**
 * The user's Markdown as blocks that stay where they are put: no headings, no HTML, no images, no definitions, and
 * every fence closed. Lists, quotes, code, tables, emphasis and links keep their form.
 */
export function embedMarkdown(text: string): string {
  return embedLines(normaliseLines(text).split('\n'), 0).join('\n\n');
}

/** Whether the embedded Markdown begins with plain words, so that a label can stand before them. */
export function startsWithWords(markdown: string): boolean {
  return !/^(?:[*>|`]|\d+\. )/.test(markdown) || /^(?:\*{1,3}|`)[^\s*`]/.test(markdown);
}

function embedLines(lines: readonly string[], depth: number): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length;) {
    if (lines[at]!.trim() === '') {
      at += 1;
      continue;
    }
    const block = embedBlock(lines, at, depth);
    if (block.markdown !== '') blocks.push(block.markdown);
    at = block.next;
  }
  return blocks;
}

function embedBlock(lines: readonly string[], at: number, depth: number) {
  return (
    embedFence(lines, at) ??
    embedHeading(lines, at) ??
    embedRule(lines, at) ??
    embedQuote(lines, at, depth) ??
    embedTable(lines, at) ??
    embedList(lines, at) ??
    embedIndentedCode(lines, at) ??
    embedParagraph(lines, at)
  );
}

const embedHeading: EmbedBlock = (lines, at) => {
  if (!HEADING.test(lines[at]!)) return undefined;
  const title = lines[at]!.replace(HEADING, '').replace(/(?:^|[ \t]+)#+[ \t]*$/, '');
  return { markdown: toBold(title), next: at + 1 };
};

const embedRule: EmbedBlock = (lines, at) => (RULE.test(lines[at]!) ? { markdown: '', next: at + 1 } : undefined);

function embedQuote(lines: readonly string[], at: number, depth: number): ReturnType<EmbedBlock> {
  if (!QUOTE.test(lines[at]!) || depth >= DEEPEST_QUOTE) return undefined;
  let next = at;
  while (next < lines.length && QUOTE.test(lines[next]!)) next += 1;
  const inside = lines.slice(at, next).map((line) => line.replace(/^ {0,3}> ?/, ''));
  return { markdown: quote(embedLines(inside, depth + 1).join('\n\n')), next };
}

function quote(markdown: string): string {
  return markdown && markdown.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');
}

function embedParagraph(lines: readonly string[], at: number) {
  let next = at + 1;
  while (next < lines.length && continuesParagraph(lines, next)) next += 1;
  const words = lines.slice(at, next).map((line) => line.trim());
  if (next < lines.length && UNDERLINE.test(lines[next]!)) return { markdown: toBold(words.join(' ')), next: next + 1 };
  return { markdown: words.map((line) => guardLineStart(escapeInline(line))).join('\n'), next };
}

function continuesParagraph(lines: readonly string[], at: number): boolean {
  const line = lines[at]!;
  if (line.trim() === '' || UNDERLINE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line))
    return false;
  if (isFence(line) || isDelimiterRow(lines[at + 1] ?? '')) return false;
  const marker = LIST_MARKER.exec(line);
  return !marker || (/^\d/.test(marker[2]!) && Number.parseInt(marker[2]!, 10) !== 1);
}

function toBold(title: string): string {
  const words = title
    .replaceAll(/\*\*|__/g, '')
    .replace(/\\+\s*$/, '')
    .trim();
  return words && `**${guardLineStart(escapeInline(words))}**`;
}
