import { describe, expect, it } from 'vitest';
import { parseQuery, queryToParts } from '../../../shared/find/query.ts';
import { findMatches } from '../../../shared/find/find-matches.ts';
import { textToIndex } from '../../../shared/find/words.ts';

describe('a query', () => {
  it.each([
    ['outbox', { phrases: [{ words: ['outbox'], isPart: true }] }],
    [
      'two words',
      {
        phrases: [
          { words: ['two'], isPart: true },
          { words: ['words'], isPart: true },
        ],
      },
    ],
    ['"two words"', { phrases: [{ words: ['two', 'words'], isPart: false }] }],
    ['"unclosed quote', { phrases: [{ words: ['unclosed', 'quote'], isPart: false }] }],
    ['foo.bar()', { phrases: [{ words: ['foo', 'bar'], isPart: true }] }],
    ['-draft', { without: [{ words: ['draft'], isPart: true }] }],
    ['kind:help', { kind: 'help' }],
    ['KIND:Help', { kind: 'help' }],
    ['since:2026-07', { from: '2026-07-01' }],
    ['until:2026-02', { to: '2026-02-28' }],
    ['on:2026-Q3', { from: '2026-07-01', to: '2026-09-30' }],
    ['on:2024', { from: '2024-01-01', to: '2024-12-31' }],
    ['since:2026-07-14 until:2026-12', { from: '2026-07-14', to: '2026-12-31' }],
    ['person:"Maria Keller" tag:perf project:checkout', { person: 'Maria Keller', tag: 'perf', project: 'checkout' }],
    ['no:result has:link criterion:mentoring', { missing: ['result'], having: ['link'], criterionId: 'mentoring' }],
    ['is:doing is:sealed is:raised', { status: 'doing', visibility: 'sealed', isRaised: true }],
    ['kind:story', { phrases: [{ words: ['kind', 'story'], isPart: true }] }],
    ['since:yesterday', { phrases: [{ words: ['since', 'yesterday'], isPart: true }] }],
    ['https://a.example/b', { phrases: [{ words: ['https', 'a', 'example', 'b'], isPart: true }] }],
    ['::', {}],
    ['', {}],
  ])('reads %j', (text, expected) => {
    expect(parseQuery(text)).toEqual({ phrases: [], without: [], missing: [], having: [], ...expected });
  });

  it('is cut into the filters and the text it is made of', () => {
    expect(queryToParts('kind:help  "auth tests" no:nothing')).toEqual([
      { source: 'kind:help', filter: { name: 'kind', value: 'help' } },
      { source: '"auth tests"', filter: null },
      { source: 'no:nothing', filter: null },
    ]);
  });
});

describe('the words of a text', () => {
  it.each([
    ['Größe straße Łukasz Wójcik', 'grosse strasse lukasz wojcik'],
    ['foo.bar() foo_bar auth-tests', 'foo bar foo bar auth tests'],
    ['認証を直した', '認 証 を 直 し た'],
    ['ＦＵＬＬ width', 'full width'],
    ['done 🎉🎉', 'done x1f389x x1f389x'],
    ['한국어 테스트', '한국어 테스트'],
    ['C++20, 5 % (x²)', 'c 20 5 x2'],
    ['Приёмка', 'приемка'],
  ])('of %j are %j', (text, index) => {
    expect(textToIndex(text)).toBe(index);
  });
});

describe('matches in a text', () => {
  it.each([
    ['Moved checkpoints to the outbox', 'check', ['check']],
    ['Moved checkpoints to the outbox', 'point out', ['point', 'out']],
    ['Call foo.bar() and foo.barb()', 'foo.bar()', ['foo.bar', 'foo.barb']],
    ['Call foo.bar() and foo.barb()', '"foo.bar"', ['foo.bar']],
    ['認証の認可', '認証', ['認証']],
    ['Die Größe', 'grosse', ['Größe']],
    ['Shipped 🎉 today', '🎉', ['🎉']],
    ['nothing here', 'absent', []],
    ['a cat', 'at', []],
  ])('%j for %j', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });
});

function marked(text: string, query: string): string[] {
  return findMatches(text, parseQuery(query).phrases).map(({ from, to }) => text.slice(from, to));
}
