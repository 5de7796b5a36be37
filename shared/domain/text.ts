import { z } from '../zod.ts';

const NUL = '\0';
const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** Text of any number of lines, kept exactly as typed. A NUL or half a character (lone surrogate) is refused in words. */
export function prose(maxLength: number) {
  return z
    .string()
    .max(maxLength, { error: `is longer than ${groupDigits(maxLength)} characters` })
    .refine((text) => !text.includes(NUL), { error: 'contains a NUL character; remove it' })
    .refine((text) => text.isWellFormed(), { error: 'contains half of a character (a lone surrogate); remove it' });
}

/** A whole number with commas between its thousands. Not `toLocaleString`: starting it costs every command 13 ms. */
export function groupDigits(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** One line of text, trimmed; may be empty. */
export function line(maxLength: number) {
  return prose(maxLength)
    .trim()
    .refine((text) => !LINE_BREAK.test(text), { error: 'must be one line' });
}

/** One line of text that says something. */
export function filledLine(maxLength: number) {
  return line(maxLength).refine((text) => text.length > 0, { error: 'must not be empty' });
}

/** The key under which two spellings of a name are the same name: case, width and outer spaces do not count. */
export function nameToKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
