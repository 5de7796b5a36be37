import { describe, expect, it } from 'vitest';
import { explainLine, minutesToWords } from '../../../shared/capture/explain-line.ts';
import { parseLine } from '../../../shared/capture/parse-line.ts';
import { readDate } from '../../../shared/capture/read-date.ts';

const context = { today: '2026-11-24', kind: 'win', criterionIds: ['hard-problems'], readDate } as const;
const wording = { dayToText: (day: string) => `day ${day}`, criterionToName: () => 'Hard problems' };

describe('what was recognised in a line', () => {
  it('is said in words, from left to right, with the sign it was written with', () => {
    const captured = parseLine('helped @maria fix #auth for +login ^hard ~1h30m yesterday !', context);
    expect(explainLine(captured, wording).map(({ sign, text, spoken }) => [sign + text, spoken])).toEqual([
      ['Help', 'Help'],
      ['@maria', 'person maria'],
      ['#auth', 'tag auth'],
      ['+login', 'project login'],
      ['^Hard problems', 'criterion Hard problems'],
      ['1 h 30 min', '1 h 30 min'],
      ['day 2026-11-23', 'day 2026-11-23'],
      ['raise at the next 1:1', 'raise at the next 1:1'],
    ]);
  });

  it('names the token it comes from, so that it can be undone', () => {
    const captured = parseLine('Cut p99 #performance', context);
    const [tag] = explainLine(captured, wording);
    expect(captured.tokens[tag!.tokenIndex]!.source).toBe('#performance');
  });

  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [90, '1 h 30 min'],
  ])('calls %j minutes %j', (minutes, words) => {
    expect(minutesToWords(minutes)).toBe(words);
  });
});
