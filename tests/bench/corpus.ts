import { addDays, type Day } from '../../shared/domain/day.ts';
import type { EntryDraft } from '../../shared/domain/entry.ts';

/** A made-up journal for measuring: the same for the same size, on any machine. Five years up to this day. */
const LAST_DAY: Day = '2026-10-31';
const DAYS = 1_826;
const WORD_COUNT = 12_000;

const CRITERIA = [
  'architecture',
  'decomposition',
  'hard-problems',
  'mentoring',
  'teaching',
  'leading-projects',
  'coordination',
  'quality-of-work',
];
/** Stands in exactly ten entries of any corpus of at least 1,000. */
export const RARE_WORD = 'zygohistomorphic';
/** Stands in a third of the entries. */
export const COMMON_WORD = 'latency';

/** `count` entries, oldest first. Words follow Zipf's law; a body has about 95 words. */
export function makeCorpus(count: number): EntryDraft[] {
  const random = mulberry32(42);
  const words = makeWords(random);
  return Array.from({ length: count }, (_, n) => makeEntry(n, count, random, words));
}

function makeEntry(n: number, count: number, random: () => number, words: readonly string[]): EntryDraft {
  const text = (length: number) => Array.from({ length }, () => zipf(words, random)).join(' ');
  const isRare = count >= 1_000 && n % Math.floor(count / 10) === 7;
  const body = `${text(30)}. ${text(35)}.\n\n- ${text(8)}\n- ${text(8)}\n\n${n % 3 === 0 ? COMMON_WORD : text(1)} ${text(12)}.`;
  const common = {
    title: text(6),
    body: isRare ? `${body} ${RARE_WORD}` : body,
    occurredOn: addDays(LAST_DAY, Math.floor((n / count) * DAYS) - DAYS + 1),
    tags: [`tag${Math.floor(random() * 40)}`],
    projects: [`project${Math.floor(random() * 30)}`],
    people: [`Person ${Math.floor(random() * 200)}`],
    visibility: (['private', 'shareable'] as const)[n % 2]!,
    result: n % 2 === 0 ? text(12) : '',
    links: n % 4 === 0 ? [`https://git.example.com/change/${n}`] : [],
    evidence: n % 5 === 0 ? [] : [{ criterionId: CRITERIA[n % CRITERIA.length]! }],
  };
  return { kind: (['win', 'help', 'design'] as const)[n % 3]!, ...common };
}

function makeWords(random: () => number): string[] {
  const syllables = 'ba co de fi gu ha ju ke lo mi no pa qui ro su ta ve wo xi zu'.split(' ');
  const word = () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    );
  return Array.from({ length: WORD_COUNT }, word);
}

function zipf(words: readonly string[], random: () => number): string {
  return words[Math.min(WORD_COUNT - 1, Math.floor(WORD_COUNT ** random()) - 1)]!;
}

/** Small, fast and the same everywhere. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
