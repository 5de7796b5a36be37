import { buffer } from 'node:stream/consumers';
import { RungError } from '../../shared/contract/errors.ts';

/** What came on standard input: one JSON value, or one a line. */
export interface JsonInput {
  values: unknown[];
  /** Whether it was one object, so that the answer is one object too. */
  isOne: boolean;
}

/** Reads JSON from standard input: an object, an array of objects, or one object a line (JSON lines). */
export async function readJsonInput(): Promise<JsonInput> {
  return parseJsonInput(await buffer(process.stdin));
}

/** The same from bytes. Throws `invalid` for what is no JSON, and for bytes that are no text: nothing is guessed at. */
export function parseJsonInput(bytes: Uint8Array): JsonInput {
  const input = decode(bytes).trim();
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

/** UTF-8, with or without the mark some programs put before it. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // A text can be longer than any string may be.
    const isTooLong = (error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA';
    if (isTooLong) throw new RungError('invalid', 'The input is more than Rung takes at once. Nothing was added.');
    throw new RungError('invalid', 'The input is not UTF-8 text. Save it as UTF-8 and try again. Nothing was added.');
  }
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
