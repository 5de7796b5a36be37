import { describe, expect, it } from 'vitest';
import { applyChoice, completeLine } from '../../../shared/capture/complete.ts';

const known = {
  people: ['Maria Keller', 'Jürgen', 'Ana'],
  tags: ['performance', 'on-call'],
  projects: ['checkout', 'data-platform'],
  criterionIds: ['mentoring', 'hard-problems'],
};

describe('completion while typing a line', () => {
  it.each([
    ['paired with @', ['@"Maria Keller"', '@Jürgen', '@Ana']],
    ['paired with @m', ['@"Maria Keller"']],
    ['paired with @kel', ['@"Maria Keller"']],
    ['paired with @"maria k', ['@"Maria Keller"']],
    ['paired with @jur', ['@Jürgen']],
    ['cut #perf', ['#performance']],
    ['cut #call', ['#on-call']],
    ['cut +plat', ['+data-platform']],
    ['cut ^prob', ['^hard-problems']],
    ['cut #performance', null],
    ['mail foo@a', null],
    ['C++', null],
    ['nothing here', null],
    ['@zzz', null],
  ])('of %j offers %j', (line, expected) => {
    expect(choices(line)).toEqual(expected);
  });

  it('puts the choice in the place of what was typed, in the middle of a line too', () => {
    const line = 'paired with @ma on tests';
    const completion = completeLine(line, 15, known)!;
    expect(applyChoice(line, completion, completion.choices[0]!)).toEqual({
      line: 'paired with @"Maria Keller" on tests',
      caret: 28,
    });
  });
});

function choices(line: string): string[] | null {
  return completeLine(line, line.length, known)?.choices ?? null;
}
