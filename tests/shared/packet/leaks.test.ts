import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../shared/domain/entry.ts';
import { helpModes, visibilities } from '../../../shared/domain/entry-words.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { exportPacket, LeakFound, type PacketSource } from '../../../shared/packet/export-packet.ts';
import { entry, source } from './journal.ts';
import { parseMarkdown, readText } from './parse-markdown.ts';

/** Marks text that must not be in an export, and text that must. */
const SECRET = 'Zqsecret';
const OPEN = 'zqopen';
const BLOCKS = new Set(['paragraph', 'tableCell', 'code']);

interface Shape {
  kind: Entry['kind'];
  visibility: Entry['visibility'];
  day: number;
  isTrashed: boolean;
  hasSpan: boolean;
  isDoing: boolean;
  criteria: string[];
  people: { number: number; part: 'helped' | 'worked-with' | 'witness' }[];
  frame: string;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('win', 'help', 'design'),
  visibility: fc.constantFrom(...visibilities),
  day: fc.integer({ min: 1, max: 28 }),
  isTrashed: fc.boolean(),
  hasSpan: fc.boolean(),
  isDoing: fc.boolean(),
  criteria: fc.subarray(['architecture', 'mentoring', 'leading-projects', 'own-growth', 'not-in-the-rubric']),
  people: fc.array(
    fc.record({ number: fc.integer({ min: 0, max: 5 }), part: fc.constantFrom('helped', 'worked-with', 'witness') }),
    { maxLength: 3 },
  ),
  frame: fc.constantFrom(
    '§',
    '§, **x** *§*',
    '- §',
    '# §',
    '> §',
    '(§)',
    '```\n§\n```',
    '| a | § |\n|---|---|\n| § | b |',
    '[§](https://example.com)',
    '<b>§</b>',
    '`§`',
    '1. §\n   * x',
    'x\n\n    §',
  ),
});

/** People 0 to 3 have rows, and 3 is named in exports; 4 and 5 occur in entries only. */
const toName = (number: number) =>
  number === 3 ? 'Shownia Namedson' : `${SECRET}name${'abcdef'[number]} ${SECRET}fam${'abcdef'[number]}`;
const people: Person[] = [0, 1, 2, 3].map((number) => ({
  name: toName(number),
  role: number === 1 ? `${toName(0)}’s report` : '',
  isNamedInExports: number === 3,
}));

function toEntry(given: Shape, at: number): Entry {
  const isOpen = given.visibility === 'shareable' && !given.isTrashed;
  let field = 0;
  const canary = () => `${isOpen ? OPEN : SECRET}${'abcdefghij'.charAt(at)}${field++}x`;
  const span = () => (given.hasSpan ? ` [[private: ${SECRET} [[in]] ${SECRET}span]]` : '');
  const mention = () => given.people.map(({ number }) => ` and ${toName(number).split(' ')[field % 2]}`).join('');
  const plain = () => `${canary()}${mention()}${span()}`;
  const prose = () => given.frame.replaceAll('§', () => canary() + mention()) + span();
  const content = {
    kind: given.kind,
    title: plain(),
    body: prose(),
    result: prose(),
    metrics: [{ label: canary(), before: canary(), after: canary(), unit: canary(), source: plain() }],
    projects: [canary()],
    tags: [canary()],
    links: [{ title: plain(), url: `https://example.com/${canary()}` }],
    people: given.people.map(({ number, part }) => ({ name: toName(number), part })),
    occurredOn: `2026-09-${String(given.day).padStart(2, '0')}`,
    visibility: given.visibility,
    status: given.isDoing ? ('doing' as const) : ('done' as const),
    evidence: given.criteria.map((criterionId) => ({ criterionId })),
    ...(given.isTrashed ? { trashedAt: '2026-10-01T00:00:00.000Z' } : {}),
    ...(given.kind === 'win' ? { unblocked: { who: plain(), howLong: canary() } } : {}),
    ...(given.kind === 'help' ? { canNow: prose(), mode: helpModes[at % helpModes.length]!, minutes: 30 } : {}),
    ...(given.kind === 'design' ? { alternatives: prose() } : {}),
  };
  return entry(content);
}

describe('an export for others', () => {
  it('holds every shareable text and nothing private, sealed, trashed, marked or unnamed, whatever the journal', () => {
    fc.assert(
      fc.property(
        fc.array(shape, { maxLength: 6 }),
        fc.constantFrom('manager' as const, 'committee' as const),
        (shapes, audience) => {
          const entries = shapes.map(toEntry);
          const theCase = `${OPEN}case with ${toName(0)} [[private: ${SECRET}`;
          const { markdown, fileName } = exportPacket({
            ...source({ entries, people }),
            options: { audience, period: { from: '2026-01-01', to: '2026-12-31' }, theCase },
          });
          expect((markdown + fileName).toLowerCase()).not.toContain(SECRET.toLowerCase());
          const planted = new Set(JSON.stringify(entries).match(new RegExp(`${OPEN}[a-j]\\d+x`, 'g')));
          expect([...planted].filter((canary) => !markdown.includes(canary))).toEqual([]);
          expect(markdown).toContain(`${OPEN}case`);
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);

  it('shows no name to its reader, however formatting splits it; in doubt it refuses', () => {
    const mark = fc.constantFrom(
      '',
      '',
      '',
      '**',
      '*',
      '_',
      '~~',
      '`',
      '\\',
      '&shy;',
      '&#77;',
      '&amp;',
      '<b>',
      '[',
      '](https://x.example)',
      '![',
      '<!---->',
      ' ',
      '\n',
      '> ',
      '\u00ad',
      '&zwj;',
      '\\*',
      '&lowbar;',
    );
    const marks = fc.array(mark, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(marks, fc.constantFrom('body', 'title', 'result'), (between, field) => {
        const split = between.map((sign, at) => sign + 'Zqmar'.charAt(at - 1)).join('');
        const text = `with ${field === 'title' ? split.replaceAll('\n', ' ') : split} end`;
        const named = [{ name: 'Zqmar', role: '', isNamedInExports: false }];
        expect(readAsReader(source({ people: named, entries: [entry({ [field]: text })] }))).not.toMatch(
          /(?<![\p{L}\p{N}])zqmar(?![\p{L}\p{N}])/iu,
        );
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

/** The words of an export as an independent parser shows them; nothing where the export was refused. */
function readAsReader(given: PacketSource): string {
  try {
    const blocks = parseMarkdown(exportPacket(given).markdown).filter(({ type }) => BLOCKS.has(type));
    return blocks
      .map(readText)
      .join('\n')
      .replaceAll(/\p{Cf}/gu, '');
  } catch (error) {
    if (error instanceof LeakFound) return '';
    throw error;
  }
}
