import { LadderBuilder, LadderError, textToName, type Ladder } from './ladder.ts';
import { rowsToLadder, type TableRow } from './read-table-ladder.ts';

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const BULLET = /^\s*[-*+]\s+(.*)$/;
const BOLD_LABEL = /^\*\*(.+?)\*\*:?\s*(.*)$/;

interface Line {
  number: number;
  text: string;
}

/** Reads Markdown: a table as a matrix, or headings with bullets. Bold rows of a table and bold starts of bullets are labels. */
export function readMarkdownLadder(text: string): Ladder {
  const lines = text.split(/\r?\n/).map((one, index) => ({ number: index + 1, text: one }));
  const title = lines.map((line) => HEADING.exec(line.text)).find((heading) => heading?.[1] === '#')?.[2] ?? '';
  const rows = lines.filter((line) => /^\s*\|.*\|\s*$/.test(line.text));
  const ladder = rows.length > 2 ? rowsToLadder(toRows(rows)) : readHeadings(lines);
  return { ...ladder, name: title };
}

function toRows(lines: readonly Line[]): TableRow[] {
  return lines
    .map(({ number, text }) => ({ line: number, cells: splitRow(text) }))
    .filter(({ cells }) => !cells.every((cell) => /^:?-*:?$/.test(cell)) && cells.some((cell) => cell !== ''));
}

/** Cells between pipes; `\|` is a pipe. */
function splitRow(text: string): string[] {
  const inner = text.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .replaceAll(String.raw`\|`, '|')
      .replaceAll(/<br\s*\/?>/gi, '\n')
      .replaceAll('**', '')
      .trim(),
  );
}

/**
 * Headings with bullets below. Where several headings have bullets with the same bold starts (`* **Adopts**: …`), the
 * headings are levels and the starts are criteria; else the headings are themes.
 */
function readHeadings(lines: readonly Line[]): Ladder {
  const sections = toSections(lines).filter(({ bullets }) => bullets.length > 0);
  if (sections.length === 0) throw new LadderError(1, 'Expected a table, or headings with bullets below them.');
  return sections.length > 1 && haveSameLabels(sections) ? readLevels(sections) : readThemes(sections);
}

interface Section {
  heading: string;
  bullets: string[];
}

function toSections(lines: readonly Line[]): Section[] {
  const sections: Section[] = [{ heading: '', bullets: [] }];
  for (const { text } of lines) {
    const heading = HEADING.exec(text)?.[2];
    const bullet = BULLET.exec(text)?.[1];
    const last = sections.at(-1)!;
    if (heading !== undefined) sections.push({ heading, bullets: [] });
    else if (bullet !== undefined) last.bullets.push(bullet);
    // What is indented below a bullet goes on with it.
    else if (/^\s+\S/.test(text) && last.bullets.length > 0) last.bullets.push(`${last.bullets.pop()!} ${text.trim()}`);
  }
  return sections;
}

function haveSameLabels(sections: readonly Section[]): boolean {
  const labels = sections.map(({ bullets }) => bullets.map((bullet) => BOLD_LABEL.exec(bullet)?.[1] ?? ''));
  const [first = []] = labels;
  return first.length > 0 && labels.every((own) => own.every((label) => label !== '' && first.includes(label)));
}

function readLevels(sections: readonly Section[]): Ladder {
  const ladder = new LadderBuilder();
  for (const { heading, bullets } of sections) {
    for (const bullet of bullets) {
      const [, criterion = '', text = ''] = BOLD_LABEL.exec(bullet) ?? [];
      ladder.add({ theme: '', criterion: criterion.replace(/:$/, ''), level: heading }, text);
    }
  }
  return ladder.build('');
}

function readThemes(sections: readonly Section[]): Ladder {
  const ladder = new LadderBuilder();
  for (const { heading, bullets } of sections) {
    for (const bullet of bullets) {
      const [, label, rest] = BOLD_LABEL.exec(bullet) ?? [];
      const said = rest || bullet;
      ladder.add({ theme: heading, criterion: textToName(label ?? said) }, said.replaceAll('**', ''));
    }
  }
  return ladder.build('');
}
