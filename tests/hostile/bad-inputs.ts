import fc from 'fast-check';
import { basename, dirname, join } from 'node:path';
import { parseJsonInput } from '../../electron/cli/read-input.ts';
import { toFileName } from '../../electron/files/file-name.ts';
import type { Serve } from '../../shared/contract/serve.ts';
import { RungError, type Reply } from '../../shared/contract/errors.ts';
import { BODY_LENGTH, TITLE_LENGTH } from '../../shared/domain/entry.ts';
import { mutated } from './mutate.ts';
import { serveNow } from '../helpers/serve-now.ts';

/** What was tried, and what went wrong, in words. */
export interface Tried {
  tries: number;
  accepted: number;
  faults: string[];
}

const drafts = [
  { kind: 'win', title: 'Cut checkout p99 🚀', occurredOn: '2026-09-14', tags: ['latency'], people: ['Maria'] },
  { kind: 'help', title: 'Paired on 認証 tests', minutes: 45, canNow: 'Reads traces.', body: '# Notes\n\n- one' },
  { kind: 'design', title: 'Chose an outbox', alternatives: 'Dual writes', links: [{ url: 'https://a.test/' }] },
];

/** Bytes that somebody may pipe into `rung add --json -`, mostly not what it takes. */
const importBytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.oneof(
      { arbitrary: mutated([drafts, drafts[0], drafts[1], drafts[2]]), weight: 4 },
      { arbitrary: fc.jsonValue(), weight: 1 },
    ),
    fc.constantFrom(
      'as it is',
      'as it is',
      'lines',
      'cut',
      'flip',
      'insert',
      'doubled key',
      'proto',
      'NaN',
      'BOM',
      'UTF-16',
      'deep',
    ),
    fc.nat(),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  .map(([value, how, at, text]) => damage(toJson(value), how, at, text));

/** Hands each to the same parser and methods as the command: all of it is added, or nothing and words why. */
export function tryImports(serve: Serve, tries: number, seed: number): Tried {
  const tried: Tried = { tries: 0, accepted: 0, faults: [] };
  let before = countEntries(serve);
  for (const bytes of fc.sample(importBytes, { numRuns: tries, seed })) {
    tried.tries++;
    const reply = importOnce(serve, bytes);
    const after = countEntries(serve);
    const added = 'added' in reply ? reply.added : 0;
    if (added > 0) tried.accepted++;
    if (after - before !== added) tried.faults.push(`${after - before} entries came of ${added}: ${show(bytes)}`);
    if ('fault' in reply) tried.faults.push(`${reply.fault}: ${show(bytes)}`);
    before = after;
  }
  if (({} as { polluted?: unknown }).polluted !== undefined) tried.faults.push('Object.prototype was changed');
  return tried;
}

function importOnce(serve: Serve, bytes: Uint8Array): { added: number } | { fault: string } | { refused: string } {
  try {
    const { values, isOne } = parseJsonInput(bytes);
    const reply = isOne ? serveNow(serve, 'entries.create', values[0]) : serveNow(serve, 'entries.createMany', values);
    if (reply.ok) return { added: values.length };
    return isRefusal(reply) ? { refused: reply.error.message } : { fault: reply.error.message };
  } catch (error) {
    return error instanceof RungError && error.code === 'invalid'
      ? { refused: error.message }
      : { fault: String(error) };
  }
}

/** Texts people paste and programs write. */
const oddTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '\0',
        '\ud800',
        '\udc00',
        '\ufffe',
        '\uffff',
        '\u{1fffe}',
        '\u2028',
        '\u2029',
        '\u0085',
        '\r\n',
        '\r',
        '\n',
        '\t',
        '\ufeff',
        '\u202e',
        '\u2066',
        '\u200d',
        '👩‍👩‍👧‍👦',
        'e' + '\u0301'.repeat(200),
        'ﷺ',
        'اكتب',
        '認証',
        '\u001b[2J',
        ' ',
        'word',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** Each text as title and body: it comes back exactly as typed, or is refused in words that say what is wrong with it. */
export function tryTexts(serve: Serve, tries: number, seed: number): Tried {
  const tried: Tried = { tries: 0, accepted: 0, faults: [] };
  const long = [
    'x'.repeat(BODY_LENGTH),
    '語'.repeat(BODY_LENGTH),
    '\u0301'.repeat(BODY_LENGTH),
    'y'.repeat(BODY_LENGTH + 1),
  ];
  for (const text of [...fc.sample(oddTexts, { numRuns: tries, seed }), ...long]) {
    tried.tries++;
    const draft = { kind: 'win', title: `t ${text}`.slice(0, TITLE_LENGTH), body: text, occurredOn: '2026-09-14' };
    const reply = serve('entries.create', draft) as Reply<{ id: string }>;
    if (!reply.ok) {
      if (!isRefusal(reply) || !isWrong(draft))
        tried.faults.push(`refused (${reply.error.message}): ${text.slice(0, 80)}`);
      continue;
    }
    tried.accepted++;
    const read = serve('entries.get', { id: reply.value.id }) as Reply<typeof draft>;
    const isSame = read.ok && read.value.body === text && read.value.title === draft.title.trim();
    if (!isSame) tried.faults.push(`did not come back as typed: ${JSON.stringify(text.slice(0, 80))}`);
  }
  return tried;
}

/** What Rung says it takes: no NUL, no half characters, a title of one line, a million characters. */
function isWrong({ title, body }: { title: string; body: string }): boolean {
  return isBad(title) || isBad(body) || /[\n\r\u2028\u2029]/.test(title.trim()) || body.length > BODY_LENGTH;
}

function isBad(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

const nameParts = fc.constantFrom(
  '../',
  '..\\',
  '/',
  '\\',
  '\0',
  'CON',
  'aux',
  'nul',
  'COM1',
  'lpt²',
  '.',
  ' ',
  '.md',
  '.exe',
  '\u202e',
  '\u200f',
  '\n',
  '~',
  '$HOME',
  '`id`',
  '%TEMP%',
  ':',
  '*',
  '?',
  '"',
  '<',
  '>',
  '|',
  '😀',
  'x'.repeat(300),
  '語'.repeat(120),
  '\ud800',
  '-',
);
const names = fc.oneof(
  fc.array(nameParts, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

const WINDOWS_RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Each name as the name of an export: one file, inside its folder, on every system. */
export function tryNames(tries: number, seed: number): Tried {
  const tried: Tried = { tries: 0, accepted: 0, faults: [] };
  const folder = join('/', 'home', 'sam', 'Documents');
  for (const name of fc.sample(names, { numRuns: tries, seed })) {
    tried.tries++;
    const safe = toFileName(name);
    const path = join(folder, safe);
    const faults = [
      dirname(path) !== folder && 'left its folder',
      basename(path) !== safe && 'is not one name',
      // oxlint-disable-next-line no-control-regex
      /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(safe) &&
        'holds what a system reads otherwise',
      /^[. ]|[. ]$/.test(safe) && 'begins or ends in a dot or a space',
      WINDOWS_RESERVED.test(safe) && 'is a device on Windows',
      (safe === '' || Buffer.byteLength(safe) > 220) && 'is empty or too long',
      !safe.isWellFormed() && 'holds half a character',
      toFileName(safe) !== safe && 'changes when it is made safe again',
    ].filter((fault) => fault !== false);
    if (faults.length > 0) tried.faults.push(`${JSON.stringify(safe)} of ${JSON.stringify(name)} ${faults.join(', ')}`);
    else tried.accepted++;
  }
  return tried;
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? '';
  } catch {
    return '[[[';
  }
}

function damage(json: string, how: string, at: number, text: string): Uint8Array {
  const place = json.length === 0 ? 0 : at % json.length;
  switch (how) {
    case 'lines':
      return utf8(drafts.map(toJson).join('\n') + `\n${json}`);
    case 'cut':
      return utf8(json).subarray(0, place);
    case 'flip': {
      const bytes = utf8(json);
      if (bytes.length > 0) bytes[at % bytes.length]! ^= 1 << (at % 8);
      return bytes;
    }
    case 'insert':
      return utf8(json.slice(0, place) + text + json.slice(place));
    case 'doubled key':
      return utf8(json.replaceAll('{', '{"title":"First","title":"Second",'));
    case 'proto':
      return utf8(json.replaceAll('{', '{"__proto__":{"polluted":1},'));
    case 'NaN':
      return utf8(json.replaceAll(/\d+|"[^"]*"$/g, 'NaN'));
    case 'BOM':
      return utf8(`\ufeff${json}`);
    case 'UTF-16':
      return Buffer.from(`\ufeff${json}`, 'utf16le');
    case 'deep':
      return utf8('['.repeat(1 + (at % 20_000)) + json);
    default:
      return utf8(json);
  }
}

function isRefusal(reply: Reply): boolean {
  return !reply.ok && reply.error.code === 'invalid' && reply.error.message.length > 0;
}

function countEntries(serve: Serve): number {
  const reply = serve('journal.status', {}) as Reply<{ entries: number }>;
  return reply.ok ? reply.value.entries : NaN;
}

function show(bytes: Uint8Array): string {
  return JSON.stringify(Buffer.from(bytes).toString('latin1').slice(0, 200));
}

function utf8(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}
