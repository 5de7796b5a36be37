import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CapturedLine, CaptureContext } from '../../../shared/capture/captured-line.ts';
import { parseLine } from '../../../shared/capture/parse-line.ts';
import { keepLiteral, printLine } from '../../../shared/capture/print-line.ts';
import { readDate } from '../../../shared/capture/read-date.ts';
import { recognised, lookAlikes } from './lines.ts';

// A Tuesday.
const context: CaptureContext = {
  today: '2026-11-24',
  kind: 'win',
  criterionIds: ['mentoring', 'teaching', 'hard-problems', 'architecture', 'helping-others'],
  readDate,
};

describe('the one-line grammar', () => {
  it('reads the example of the product in full', () => {
    const line = 'helped @maria untangle the flaky auth tests #platform +checkout ^mentoring ~45m yesterday';
    expect(understood(line)).toEqual({
      kind: 'help',
      title: 'untangle the flaky auth tests',
      people: ['maria'],
      tags: ['platform'],
      projects: ['checkout'],
      criterionIds: ['mentoring'],
      minutes: 45,
      occurredOn: '2026-11-23',
    });
  });

  it.each(recognised)('recognises in %j', (line, expected) => {
    expect(understood(line)).toEqual({ kind: 'win', ...expected });
  });

  it.each(lookAlikes)('leaves %j as it is', (line) => {
    expect(understood(line)).toEqual({ kind: 'win', title: line.trim() });
  });

  it('rebuilds every line from what was recognised and what was left', () => {
    fc.assert(
      fc.property(lines(), (line) => {
        expect(
          parse(line)
            .tokens.map(({ source }) => source)
            .join(''),
        ).toBe(line);
      }),
    );
  });

  it('reads what it prints as the same again', () => {
    fc.assert(
      fc.property(lines(), (line) => {
        const once = parse(line);
        expect(facts(parse(printLine(once, context)))).toEqual(facts(once));
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses one recognition, and its text no letter, when that is undone', () => {
    fc.assert(
      fc.property(lines(), (line) => {
        const before = parse(line);
        const at = before.tokens.findIndex(({ meaning }) => meaning !== null && meaning.as !== 'date');
        fc.pre(at >= 0);
        const after = parse(keepLiteral(before, at));
        const { source, signAt } = before.tokens[at]!;
        expect(after.tokens.map(({ text }) => text).join('')).toContain(source.slice(signAt));
      }),
    );
  });
});

const LINE_BITS = String.raw`
  @maria @"Maria Keller" #tag #12 #include #"include" +checkout +1 +"x" ^mentoring ^nope ~45m ~/dir ! \ \#tag \\@ana
  yesterday 2026-11-20 on 3~days~ago \yesterday with and help helped design: win , . : C++ x^2 Zoë 認証 🔐 " ( ) v2.0
  on~20~Nov last~friday,`
  .trim()
  .split(/\s+/)
  .map((bit) => bit.replaceAll(/(?<=\w)~/g, ' '));

function parse(line: string): CapturedLine {
  return parseLine(line, context);
}

function facts(captured: CapturedLine) {
  return { ...captured, tokens: [] };
}

/** The facts without those that say nothing. */
function understood(line: string): object {
  return Object.fromEntries(
    Object.entries(facts(parse(line))).filter(
      ([, value]) => value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function lines(): fc.Arbitrary<string> {
  const bits = fc.constantFrom(...LINE_BITS);
  const spaces = fc.constantFrom(' ', ' ', ' ', '', '  ', '\t');
  const made = fc.array(fc.tuple(fc.oneof(bits, fc.string({ maxLength: 6 })), spaces), { maxLength: 10 });
  return made.map((parts) =>
    parts
      .flat()
      .join('')
      .replaceAll(/[\n\r\u2028\u2029]/g, ' '),
  );
}
