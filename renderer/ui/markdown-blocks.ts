/** A block of Markdown. `text` is still inline Markdown. */
export type Block =
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'code'; text: string }
  | { type: 'rule' }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'list'; isOrdered: boolean; start: number; items: Block[][] }
  | { type: 'table'; head: string[]; rows: string[][] };

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const QUOTE = /^ {0,3}> ?/;
const BULLET = /^( {0,3})([-*+]|\d{1,9}[.)])([ \t]+|$)/;
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Quotes and lists inside each other; what is deeper stays text, so that no text can exhaust the page. */
const DEEPEST = 12;

/** The part of CommonMark that Rung writes and that notes are written in; anything else stays text. Never HTML. */
export function parseBlocks(markdown: string): Block[] {
  return readBlocks(markdown.split(/\r\n?|\n/), 0);
}

function readBlocks(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at]!)) {
      at++;
      continue;
    }
    const { block, next } = readBlock(lines, at, depth);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

interface Read {
  block: Block;
  next: number;
}

function readBlock(lines: readonly string[], at: number, depth: number): Read {
  const line = lines[at]!;
  const heading = HEADING.exec(line);
  if (heading) return { block: { type: 'heading', level: heading[1]!.length, text: heading[2] ?? '' }, next: at + 1 };
  if (FENCE.test(line)) return readFence(lines, at);
  if (RULE.test(line)) return { block: { type: 'rule' }, next: at + 1 };
  if (depth < DEEPEST && QUOTE.test(line)) return readQuote(lines, at, depth);
  if (depth < DEEPEST && BULLET.test(line)) return readList(lines, at, depth);
  if (isTableStart(lines, at)) return readTable(lines, at);
  return readParagraph(lines, at);
}

function readFence(lines: readonly string[], at: number): Read {
  const fence = FENCE.exec(lines[at]!)![1]!;
  const isEnd = (line: string) =>
    FENCE.exec(line)?.[1]?.startsWith(fence) === true && line.trim() === FENCE.exec(line)![1];
  let end = at + 1;
  while (end < lines.length && !isEnd(lines[end]!)) end++;
  return { block: { type: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function readQuote(lines: readonly string[], at: number, depth: number): Read {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end]!)) end++;
  const inside = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return { block: { type: 'quote', blocks: readBlocks(inside, depth + 1) }, next: end };
}

function readList(lines: readonly string[], at: number, depth: number): Read {
  const marker = BULLET.exec(lines[at]!)![2]!;
  const isOrdered = /\d/.test(marker);
  const items: Block[][] = [];
  let next = at;
  while (next < lines.length) {
    const bullet = BULLET.exec(lines[next]!);
    if (!bullet || /\d/.test(bullet[2]!) !== isOrdered || RULE.test(lines[next]!)) break;
    const end = findItemEnd(lines, next, bullet);
    items.push(readBlocks(itemLines(lines.slice(next, end), bullet), depth + 1));
    next = skipBlank(lines, end);
  }
  return { block: { type: 'list', isOrdered, start: isOrdered ? Number.parseInt(marker, 10) : 1, items }, next };
}

/** An item goes on over indented lines, over blank lines before such a line, and over lines of its last paragraph. */
function findItemEnd(lines: readonly string[], at: number, bullet: RegExpExecArray): number {
  const indent = itemIndent(bullet);
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end]!;
    if (isBlank(line)) {
      const after = skipBlank(lines, end);
      if (after >= lines.length || indentOf(lines[after]!) < indent) break;
      end = after;
    } else if (indentOf(line) < indent && (isBlank(lines[end - 1]!) || startsBlock(line))) break;
    end++;
  }
  return end;
}

function itemLines(lines: readonly string[], bullet: RegExpExecArray): string[] {
  const indent = itemIndent(bullet);
  return lines.map((line, index) =>
    index === 0 ? line.slice(bullet[0].length) : line.slice(Math.min(indent, indentOf(line))),
  );
}

function itemIndent(bullet: RegExpExecArray): number {
  return bullet[1]!.length + bullet[2]!.length + 1;
}

function isTableStart(lines: readonly string[], at: number): boolean {
  return lines[at]!.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('|');
}

function readTable(lines: readonly string[], at: number): Read {
  let end = at + 2;
  while (end < lines.length && lines[end]!.includes('|') && !isBlank(lines[end]!)) end++;
  const rows = lines.slice(at + 2, end).map(splitCells);
  return { block: { type: 'table', head: splitCells(lines[at]!), rows }, next: end };
}

function splitCells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function readParagraph(lines: readonly string[], at: number): Read {
  let end = at + 1;
  while (end < lines.length && !isBlank(lines[end]!) && !startsBlock(lines[end]!)) end++;
  const text = lines
    .slice(at, end)
    .map((line) => line.trimStart())
    .join('\n')
    .trimEnd();
  return { block: { type: 'paragraph', text }, next: end };
}

function startsBlock(line: string): boolean {
  return [HEADING, FENCE, RULE, QUOTE, BULLET].some((pattern) => pattern.test(line));
}

function skipBlank(lines: readonly string[], at: number): number {
  let next = at;
  while (next < lines.length && isBlank(lines[next]!)) next++;
  return next;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
