import { text } from 'node:stream/consumers';
import { RungError } from '../../shared/contract/errors.ts';

/** What came on standard input: one JSON value, or one a line. */
export interface JsonInput {
  values: unknown[];
  /** Whether it was one object, so that the answer is one object too. */
  isOne: boolean;
}

/** Reads JSON from standard input: an object, an array of objects, or one object a line (JSON lines). */
export async function readJsonInput(): Promise<JsonInput> {
  const input = (await text(process.stdin)).replace(/^\ufeff/, '').trim();
  if (input === '')
    throw new RungError(
      'invalid',
      'Nothing came on standard input. Pipe JSON into it, as in: rung add --json - < entries.json',
    );
  const whole = tryParse(input);
  if (whole)
    return Array.isArray(whole.value) ? { values: whole.value, isOne: false } : { values: [whole.value], isOne: true };
  return { values: readLines(input), isOne: false };
}

function readLines(input: string): unknown[] {
  const lines = input.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return lines.filter(({ line }) => line !== '').map(({ line, number }) => parseLine(line, number));
}

function parseLine(line: string, number: number): unknown {
  const parsed = tryParse(line);
  if (parsed) return parsed.value;
  throw new RungError('invalid', `Line ${number} of the input is not JSON: ${line.slice(0, 60)}. Nothing was added.`);
}

function tryParse(json: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return undefined;
  }
}
