import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../renderer/features/journal/compare-texts.ts';
import { versionLine } from '../../../renderer/features/journal/version-line.ts';
import type { Revision } from '../../../shared/domain/entry.ts';

const WORDS = fc
  .array(fc.constantFrom('cache', 'was', 'cold', '缓存', '。', '\n', '  ', '🚀', 'p99', '-', 'a.b()'))
  .map((words) => words.join(' '));

describe('two texts compared', () => {
  it('say a change of several words in a row as one', () => {
    expect(compareTexts('It was cold at night, then.', 'It was warm by dawn, then.')).toEqual([
      { text: 'It was ', in: 'both' },
      { text: 'cold at night', in: 'before' },
      { text: 'warm by dawn', in: 'after' },
      { text: ', then.', in: 'both' },
    ]);
  });

  it('leave the space after a changed word out of the change', () => {
    expect(compareTexts('Twice a week', 'Three times a week')).toEqual([
      { text: 'Twice', in: 'before' },
      { text: 'Three times', in: 'after' },
      { text: ' ', in: 'both' },
      { text: 'a week', in: 'both' },
    ]);
  });

  it('are compared by character where words have no spaces', () => {
    expect(compareTexts('缓存很慢', '缓存很快').filter((piece) => piece.in !== 'both')).toEqual([
      { text: '慢', in: 'before' },
      { text: '快', in: 'after' },
    ]);
  });

  it('are both there whole in the pieces', () => {
    fc.assert(
      fc.property(WORDS, WORDS, (before, after) => {
        const pieces = compareTexts(before, after);
        const side = (other: string) => pieces.filter((piece) => piece.in !== other).map(({ text }) => text);
        expect([side('after').join(''), side('before').join('')]).toEqual([before, after]);
      }),
    );
  });
});

function version(number: number, base: number | null, isCurrent = false): Revision {
  return { number, base, isCurrent } as Revision;
}

describe('the line of versions', () => {
  it('leads from the current one back to the first, past those that were set aside', () => {
    const versions = [version(5, 4, true), version(4, 2), version(3, 1), version(2, 1), version(1, null)];

    expect([...versionLine(versions)]).toEqual([5, 4, 2, 1]);
  });
});
