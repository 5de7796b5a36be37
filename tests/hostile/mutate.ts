import fc from 'fast-check';

/** What nobody should send: each of these has broken some program. */
const odd: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -0,
  -1,
  1.5,
  NaN,
  Infinity,
  2 ** 53,
  1e308,
  10n,
  '',
  ' ',
  '\0',
  '\ud800',
  '\uffff',
  '\u202eevil\u2066',
  '\u2028',
  '\ufeff',
  'e\u0301'.repeat(100),
  '__proto__',
  'constructor',
  "'; DROP TABLE entries; --",
  '"unbalanced AND (NEAR',
  'kind:',
  '-*"',
  '%_\\',
  '../../etc/passwd',
  'journal-2026-11-24T09-00-00-000Z.sqlite',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '2026-09-14T00:00:00Z',
  '2026-Q4',
  '24:00',
  '01990000-0000-7000-8000-000000000000',
  '01990000-0000-7000-8000-00000000000g',
  'x'.repeat(300),
  '1'.repeat(3_000),
  [],
  {},
  [[]],
  [null],
  new Date(NaN),
  new Map([['id', 1]]),
  new Set([1]),
  /x/,
  new Uint8Array(3),
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'),
  Array.from({ length: 2_000 }, () => 0),
  deep(3_000),
  deep(100_000),
  circle(),
];

/** Any value a page can send that no method asks for: odd ones, and whatever JSON there is. */
export const anyInput: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...odd),
  fc.jsonValue(),
  fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true, withNullPrototype: true }),
);

/** One of these inputs, a few of its parts replaced, left out, doubled or added. Sometimes it stays whole. */
export function mutated(inputs: readonly unknown[]): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'replace', 'leave out', 'double', 'add', 'swap'),
    by: fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 40 }), fc.integer()),
  });
  return fc
    .tuple(fc.constantFrom(...inputs), fc.array(change, { maxLength: 4 }))
    .map(([input, changes]) => changes.reduce(applyChange, structuredClone(input)));
}

type Change = { at: number; how: string; by: unknown };
type Spot = { owner: Record<string, unknown>; key: string };

function applyChange(input: unknown, { at, how, by }: Change): unknown {
  const spots = listSpots(input);
  const spot = spots[at % (spots.length + 1)];
  const other = spots[(at >>> 5) % Math.max(1, spots.length)];
  if (!spot) return how === 'replace' ? by : input;
  const { owner, key } = spot;
  if (how === 'leave out') delete owner[key];
  else if (how === 'double') owner[key] = [owner[key], owner[key]];
  else if (how === 'add') owner[typeof by === 'string' && by !== '__proto__' ? by : 'surprise'] = by;
  else owner[key] = how === 'swap' && other ? other.owner[other.key] : by;
  return input;
}

/** Every field, at any depth. */
function listSpots(input: unknown, found: Spot[] = [], seen = new Set<unknown>()): Spot[] {
  // The odd ones are shared by all tries and stay as they are.
  if (typeof input !== 'object' || input === null || seen.has(input) || odd.includes(input)) return found;
  seen.add(input);
  for (const key of Object.keys(input)) {
    const owner = input as Record<string, unknown>;
    found.push({ owner, key });
    listSpots(owner[key], found, seen);
  }
  return found;
}

function deep(depth: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

function circle(): unknown {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
}
