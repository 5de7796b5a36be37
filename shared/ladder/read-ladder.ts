import { parse as parseYaml, YAMLParseError } from 'yaml';
import { LadderError, type Ladder } from './ladder.ts';
import { readMarkdownLadder } from './read-markdown-ladder.ts';
import { readTableLadder } from './read-table-ladder.ts';
import { readTextLadder } from './read-text-ladder.ts';
import { readTreeLadder } from './read-tree-ladder.ts';

/** The longest file, in characters. */
export const LADDER_LENGTH = 4_000_000;

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/**
 * Reads a ladder from the text of a file: a matrix or a long table (CSV, TSV), Markdown, YAML, JSON, or plain text. Its name
 * decides where the text alone does not. Throws {@link LadderError} with the line and what was expected there.
 */
export function readLadder(text: string, fileName: string): Ladder {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.length > LADDER_LENGTH) throw new LadderError(null, 'It is longer than 4 million characters.');
  if (plain.trim() === '') throw new LadderError(null, 'It is empty.');
  const ladder = readAs(findFormat(plain, fileName), plain);
  return ladder.name ? ladder : { ...ladder, name: fileNameToName(fileName) };
}

type Format = 'json' | 'yaml' | 'markdown' | 'table' | 'text';

function findFormat(text: string, fileName: string): Format {
  const end = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (end === 'json' || /^\s*[[{]/.test(text)) return 'json';
  if (end === 'yaml' || end === 'yml') return 'yaml';
  if (end === 'csv' || end === 'tsv') return 'table';
  if (end === 'md' || end === 'markdown' || FRONT_MATTER.test(text) || /^#{1,6} /m.test(text)) return 'markdown';
  if (/^\|.*\|\s*\n\|[\s:|-]+\|/m.test(text)) return 'markdown';
  return /\t/.test(text.split('\n')[0] ?? '') ? 'table' : 'text';
}

function readAs(format: Format, text: string): Ladder {
  switch (format) {
    case 'json':
      return readTreeLadder(parseJson(text));
    case 'yaml':
      return readTreeLadder(parseYamlText(text, 0));
    case 'table':
      return readTableLadder(text);
    case 'markdown':
      return readMarkdown(text);
    case 'text':
      return readTextLadder(text);
  }
}

function readMarkdown(text: string): Ladder {
  const front = FRONT_MATTER.exec(text);
  const tree = front ? parseYamlText(front[1]!, 1) : undefined;
  const isLadder = typeof tree === 'object' && tree !== null && Object.keys(tree).length > 1;
  return isLadder && 'topics' in tree
    ? readTreeLadder(tree)
    : readMarkdownLadder(front ? text.slice(front[0].length) : text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const at = /line (\d+)/.exec(message)?.[1] ?? lineOfPosition(text, message);
    throw new LadderError(at === undefined ? null : Number(at), `This is not JSON: ${message}.`);
  }
}

function lineOfPosition(text: string, message: string): number | undefined {
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
}

function parseYamlText(text: string, linesBefore: number): unknown {
  try {
    // Aliases could make a small file a huge one.
    return parseYaml(text, { maxAliasCount: 100 });
  } catch (error) {
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? null) : null;
    const [first] = (error as Error).message.split('\n');
    throw new LadderError(line === null ? null : line + linesBefore, `This is not YAML: ${first?.replace(/:$/, '')}.`);
  }
}

function fileNameToName(fileName: string): string {
  return (
    fileName
      .replace(/\.\w+$/, '')
      .replaceAll(/[-_]+/g, ' ')
      .trim() || 'Ladder'
  );
}
