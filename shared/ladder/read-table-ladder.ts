import { parse, CsvError } from 'csv-parse/sync';
import { LadderBuilder, LadderError, textToName, type Ladder } from './ladder.ts';

/** A row of a table, with the line it begins on. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** Columns of a long table, one row a level and criterion, under the names that are used for them. */
const LONG_COLUMNS = {
  level: ['level', 'job title', 'title', 'grade', 'role'],
  theme: ['theme', 'competency', 'category', 'area', 'pillar', 'topic', 'path'],
  criterion: ['criterion', 'criteria', 'skill', 'competence', 'name'],
  description: [
    'description',
    'key behavior',
    'key behaviour',
    'behavior',
    'behaviour',
    'summary',
    'expectation',
    'text',
  ],
} as const;
type LongColumn = keyof typeof LONG_COLUMNS;

/** Reads CSV or TSV: a long table (level, theme, criterion, description) or a matrix with a column a level. */
export function readTableLadder(text: string): Ladder {
  return rowsToLadder(parseRows(text));
}

/** The same for rows that were read elsewhere. */
export function rowsToLadder(rows: readonly TableRow[]): Ladder {
  const [head, ...body] = rows;
  if (!head || body.length === 0)
    throw new LadderError(null, 'A table needs a row of headings and at least one row below it.');
  const columns = findLongColumns(head.cells);
  return columns ? readLong(columns, body) : readMatrix(head, body);
}

function parseRows(text: string): TableRow[] {
  const [firstLine = ''] = text.split('\n');
  const delimiter = ['\t', ';', ','].find((one) => firstLine.includes(one)) ?? ',';
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (rows as unknown as { record: string[]; info: { lines: number } }[])
      .map(({ record, info }) => ({ line: info.lines - linesWithin(record), cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new LadderError(Number(error['lines'] ?? 1), `The quotes of the table do not match: ${error.message}.`);
  }
}

/** The reader counts the line a row ends on. */
function linesWithin(record: readonly string[]): number {
  return record.reduce((lines, cell) => lines + (cell.match(/\n/g)?.length ?? 0), 0);
}

type LongColumns = Partial<Record<LongColumn, number>> & { description: number };

/** The columns of a long table; undefined where the headings are those of a matrix. */
function findLongColumns(head: readonly string[]): LongColumns | undefined {
  const names = head.map((cell) => cell.toLowerCase());
  const found: Partial<Record<LongColumn, number>> = {};
  for (const [column, known] of Object.entries(LONG_COLUMNS)) {
    const at = known.map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined) found[column as LongColumn] = at;
  }
  const { description, level } = found;
  return description === undefined || level === undefined ? undefined : { ...found, description, level };
}

function readLong(columns: LongColumns, rows: readonly TableRow[]): Ladder {
  const ladder = new LadderBuilder();
  for (const { line, cells } of rows) {
    const cell = (column: LongColumn) => (columns[column] === undefined ? '' : (cells[columns[column]] ?? ''));
    const text = cell('description');
    const criterion = cell('criterion') || cell('theme') || text;
    if (text === '') throw new LadderError(line, 'This row says nothing in the column of the description.');
    const theme = cell('theme') === criterion ? '' : cell('theme');
    ladder.add({ theme, criterion: textToName(criterion), level: cell('level') }, text);
  }
  return ladder.build('');
}

/** The longest cell that can be a label, in characters, and the most label columns there are. */
const LABEL_LENGTH = 80;
const MOST_LABELS = 3;

/** A matrix: one to three columns of labels, then a column a level. A label that is left empty is the one above. */
function readMatrix(head: TableRow, rows: readonly TableRow[]): Ladder {
  const labels = countLabels(head, rows);
  const levels = head.cells.slice(labels).map((cell) => cell.replaceAll(/\s+/g, ' '));
  if (levels.every((level) => level === '')) {
    throw new LadderError(head.line, 'A matrix has a column for each level after its labels.');
  }
  const ladder = new LadderBuilder();
  for (const level of levels) ladder.addLevel(level);
  let heading = '';
  let above: string[] = [];
  for (const { line, cells } of rows) {
    const own = cells.slice(0, labels);
    const texts = cells.slice(labels);
    // A row of labels alone is the heading of what comes below it.
    if (texts.every((text) => text === '')) {
      heading = own.find((label) => label !== '') ?? '';
      above = [];
      continue;
    }
    above = own.map((label, index) => label || (index < labels - 1 ? (above[index] ?? '') : ''));
    addRow(ladder, { line, labels: [heading, ...above], levels, texts });
  }
  return ladder.build('');
}

interface MatrixRow {
  line: number;
  labels: readonly string[];
  levels: readonly string[];
  texts: readonly string[];
}

function addRow(ladder: LadderBuilder, { line, labels, levels, texts }: MatrixRow): void {
  const named = labels.filter((label) => label !== '');
  const criterion = named.at(-1);
  if (criterion === undefined) throw new LadderError(line, 'This row has no name in its first column.');
  const theme = named.slice(0, -1).join(' · ');
  for (const [index, level] of levels.entries()) {
    const text = followReference(texts, levels, index, line);
    if (level !== '' && text !== '') ladder.add({ theme, criterion: textToName(criterion), level }, text);
  }
}

const REFERENCE = /^(?:see|same as|as)\s+(.+?)\.?$/i;

/** The text of a cell; `see E3` is what stands under E3. */
function followReference(texts: readonly string[], levels: readonly string[], index: number, line: number): string {
  const seen = new Set<number>();
  let at = index;
  for (;;) {
    const text = texts[at] ?? '';
    const to = REFERENCE.exec(text)?.[1];
    const target = to === undefined ? -1 : levels.findIndex((level) => level.toLowerCase() === to.toLowerCase());
    if (target < 0) return text;
    if (seen.has(target)) throw new LadderError(line, `"${texts[index]}" leads back to itself.`);
    seen.add(target);
    at = target;
  }
}

/** Columns at the left whose cells are short, as labels are; the levels are what is right of them. */
function countLabels(head: TableRow, rows: readonly TableRow[]): number {
  let labels = 1;
  while (labels < MOST_LABELS && labels < head.cells.length - 1 && isLabelColumn(head, rows, labels)) labels += 1;
  return labels;
}

/** Labels repeat or are left empty, as the cells of merged ones are; no heading of a level looks like one of a label. */
function isLabelColumn(head: TableRow, rows: readonly TableRow[], column: number): boolean {
  if (/\d|level|engineer|junior|senior|staff|principal|lead|grade/i.test(head.cells[column] ?? '')) return false;
  const cells = rows.map(({ cells: row }) => row[column] ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => cell.length <= LABEL_LENGTH && !cell.includes('\n'));
}
