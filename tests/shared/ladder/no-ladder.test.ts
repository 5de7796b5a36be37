import { describe, expect, it } from 'vitest';
import { readLadder } from '../../../shared/ladder/read-ladder.ts';

describe('a file that is no ladder', () => {
  it.each([
    ['nothing', 'l.csv', '', 'It is empty.'],
    ['spaces', 'l.md', ' \n ', 'It is empty.'],
    ['headings alone', 'l.csv', 'Skill,E1,E2', 'A table needs a row of headings and at least one row below it.'],
    [
      'a quote that is never closed',
      'l.csv',
      'Skill,E1\nTesting,"one',
      /Line \d: The quotes of the table do not match/,
    ],
    [
      'a matrix without levels',
      'l.csv',
      'Skill,\nTesting,x',
      'Line 1: A matrix has a column for each level after its labels.',
    ],
    ['a row without a name', 'l.csv', 'Skill,E1\n,Tests', 'Line 2: This row has no name in its first column.'],
    ['a reference to itself', 'l.csv', 'Skill,E1,E2\nTesting,see E2,see E1', 'Line 2: "see E2" leads back to itself.'],
    ['labels alone', 'l.csv', 'Skill,E1\nTesting,', 'There is no criterion in it.'],
    [
      'a long table without a text',
      'l.csv',
      'level,criterion,description\nE1,Testing,',
      'Line 2: This row says nothing in the column of the description.',
    ],
    ['half a JSON', 'l.json', '{"topics": [', /This is not JSON/],
    [
      'a JSON of something else',
      'l.json',
      '{"hello": 1}',
      'Expected one of "competencies", "topics", "tracks" or "themes" at the top.',
    ],
    ['a number', 'l.json', '[1]', /competencies.0/],
    ['a JSON text', 'l.json', '"x"', /Expected one of/],
    ['topics without a name', 'l.json', '{"topics": [{"levels": []}]}', 'A topic has neither a title nor a name.'],
    ['topics that are no list', 'l.json', '{"topics": 3}', /^topics: /],
    ['tabs in YAML', 'l.yml', 'a:\n\tb: 1', /Line 2: This is not YAML/],
    ['a YAML of aliases of aliases', 'l.yml', bomb(), /This is not YAML/],
    [
      'Markdown without bullets',
      'l.md',
      '# Title\n\nProse only.',
      'Line 1: Expected a table, or headings with bullets below them.',
    ],
    [
      'a track without milestones',
      'l.json',
      '{"tracks": {"A": {"displayName": "A", "milestones": []}}}',
      /A.milestones/,
    ],
    ['a file that is far too long', 'l.txt', 'x'.repeat(4_000_001), 'It is longer than 4 million characters.'],
  ])('is refused with the place and what was expected: %s', (_, fileName, text, message) => {
    expect(() => readLadder(text, fileName)).toThrow(message);
  });
});

/** A small file that would be a huge one. */
function bomb(): string {
  const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`);
  return ['a0: &a0 [x]', ...levels, 'topics: *a12'].join('\n');
}
