import { describe, expect, it } from 'vitest';
import { openTestJournal } from '../../helpers/core.ts';

const choice = { name: 'Acme' };

describe('a ladder that no rubric can hold', () => {
  const levels = Array.from({ length: 25 }, (_, n) => `L${n}`);

  it.each([
    ['a NUL', 'Tests: a \0lot', /contains a NUL character/],
    [
      '25 levels',
      `Skill,${levels.join(',')}\nTesting,${levels.map(() => 'x').join(',')}`,
      /^l\.csv does not fit a rubric: levels\.all: /,
    ],
    ['a level of 100 characters', `Skill,${'E'.repeat(100)}\nTesting,x`, /^l\.csv does not fit a rubric: /],
    [
      'a text of 9,000 characters',
      `Skill,E1\nTesting,${'x'.repeat(9_000)}`,
      /^l\.csv does not fit a rubric: .*longer than/,
    ],
  ])('is refused in words: %s', async (_, text, message) => {
    const { request } = await openTestJournal();
    await expect(request('ladder.preview', { fileName: 'l.csv', text, choice })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(message),
    });
  });
});

describe('a long name in a ladder', () => {
  it('is cut between characters, wherever that falls', async () => {
    const { request } = await openTestJournal();
    const text = `## ${'🚀'.repeat(60)}\n- a${'🚀'.repeat(60)}`;
    const rubric = await request('ladder.preview', { fileName: 'l.md', text, choice });
    const [{ name, criteria }] = rubric.pillars as [(typeof rubric.pillars)[number]];
    expect([name, criteria[0]?.name]).toEqual(['🚀'.repeat(40), `a${'🚀'.repeat(39)}…`]);
  });
});
