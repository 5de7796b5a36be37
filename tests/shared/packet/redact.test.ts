import { describe, expect, it } from 'vitest';
import type { Person } from '../../../shared/domain/person.ts';
import { exportPacket } from '../../../shared/packet/export-packet.ts';
import { createRedactor } from '../../../shared/packet/redact.ts';
import { entry, source } from './journal.ts';

function person(name: string, role = '', isNamedInExports = false): Person {
  return { name, role, isNamedInExports };
}

function redact(
  text: string,
  people: readonly Person[],
  audience: 'manager' | 'committee' | 'self' = 'manager',
): string {
  return createRedactor(source({ audience, people })).text(text);
}

const maria = person('María Okafor', 'a junior engineer');

describe('a name in a packet', () => {
  it.each([
    ['the whole name', 'with María Okafor today', 'with a junior engineer today'],
    ['the first name', 'with María today', 'with a junior engineer today'],
    ['the surname', 'asked Okafor.', 'asked a junior engineer.'],
    ['any case', 'asked MARÍA and okafor', 'asked a junior engineer and a junior engineer'],
    ['no accents', 'with Maria', 'with a junior engineer'],
    ['combining marks', 'with Mari\u0301a', 'with a junior engineer'],
    ['invisible characters', 'with Ma\u00adr\u200bía', 'with a junior engineer'],
    ['full-width letters', 'with Ｍａｒｉａ', 'with a junior engineer'],
    ['a handle', 'ping @maria please', 'ping a junior engineer please'],
    ['a joined handle', 'ping @mariaokafor', 'ping a junior engineer'],
    ['a mail address', 'write to maria.okafor@example.com now', 'write to a junior engineer now'],
    ['a possessive', 'merged Maria’s fix', 'merged a junior engineer’s fix'],
    ['a sentence start', 'Done. Maria tests.', 'Done. A junior engineer tests.'],
    ['a list item', '- Maria tests', '- A junior engineer tests'],
    ['a line break inside', 'with María\nOkafor', 'with a junior engineer'],
    ['emphasis inside', 'with **Ma**ria', 'with a junior engineer'],
    ['a backslash inside', 'with Ma\\*r', 'with Ma\\*r'],
    ['an entity inside', 'with Mar&iacute;a', 'with a junior engineer'],
    ['a numeric entity inside', 'with &#77;aria', 'with a junior engineer'],
    ['code inside', 'with `Ma`ria', 'with a junior engineer'],
    ['a link inside', 'with [Ma](https://example.com)ria', 'with a junior engineer'],
    ['a snake_case word', 'branch maria_fix', 'branch a junior engineer_fix'],
    ['an emoji beside it', '👩‍💻María🎉', '👩‍💻a junior engineer🎉'],
    ['the address of a link', 'see [notes](https://example.com/~maria/) now', 'see notes now'],
    ['an encoded address', 'see https://example.com/mar%C3%ADa now', 'see (link left out) now'],
  ])('gives way to the role with %s', (_, text, expected) => {
    expect(redact(text, [maria])).toBe(expected);
  });

  it.each([
    ['inside another word', 'Annotated the annual plan', [person('Ann')]],
    ['that may be shown', 'Katarzyna Wójcik agreed', [person('Katarzyna Wójcik', 'my manager', true)]],
    ['that is an ordinary word in lower case', 'this will ship in may, mark it', [person('Will May'), person('Mark')]],
    ['that is a month in a date', 'on 14 May 2026', [person('May')]],
    ['that is a particle', 'the van stood there', [person('Eva van Dyk')]],
    ['of a group', 'the team and the platform', [person('Platform team')]],
  ])('stays when it is a word %s', (_, text, people) => {
    expect(redact(text, people)).toBe(text);
  });

  it.each([
    ['Will', 'Will agreed, @will too', 'A colleague agreed, a colleague too'],
    ['Strauß', 'STRAUSS and strauß', 'A colleague and a colleague'],
    ['İbrahim', 'ibrahim, IBRAHIM, İbrahim', 'A colleague, a colleague, a colleague'],
    ['O’Brien (QA) [x]*+?', 'O’Brien (QA) [x]*+? said', 'A colleague'],
    ['Jean-Luc Picard', 'Jean-Luc said', 'A colleague said'],
    ['佐藤 健', '佐藤さんと話した', 'A colleagueさんと話した'],
    ['🦊', 'pair with 🦊 today', 'pair with a colleague today'],
    ['Łukasz', 'ask łukasz', 'ask a colleague'],
  ])('of %s is found in “%s”', (name, text, expected) => {
    expect(redact(text, [person(name)])).toContain(expected);
  });

  it('stands in as a colleague where two people with different roles share it', () => {
    const people = [person('Ana Silva', 'the tech lead'), person('Ana Costa', 'a designer')];
    expect(redact('Ana agreed; Ana Costa drew; Silva built', people)).toBe(
      'A colleague agreed; a designer drew; the tech lead built',
    );
  });

  it('is not hidden where it belongs to somebody who may be shown, and the longer name decides', () => {
    const people = [person('Ana Maria Silva', '', true), person('Ana')];
    expect(redact('Ana Maria Silva and Ana', people)).toBe('Ana Maria Silva and a colleague');
  });

  it('does not come back through somebody else’s role', () => {
    expect(redact('Bo Li helped', [person('Bo Li', 'Maria’s report'), maria])).toBe('A colleague helped');
  });

  it('is kept for the user’s own eyes', () => {
    expect(redact('with María', [maria], 'self')).toBe('with María');
  });

  it('of the author may be read although a hidden person shares the first name', () => {
    const given = source({ people: [person('Mira Chen')], profile: { ...source().profile, name: 'Mira Okafor' } });
    expect(createRedactor(given).text('Mira asked Chen')).toBe('Mira asked a colleague');
  });

  it('is hidden when it only occurs in an entry that is not exported', () => {
    const entries = [entry({ visibility: 'sealed', people: ['Zoltan'] }), entry({ title: 'Lunch with Zoltan' })];
    expect(exportPacket(source({ entries })).markdown).toContain('**[E1] Lunch with a colleague**');
  });

  it('that is also one of our own words does not stop the export', () => {
    const people = ['Evidence', 'Help', 'Case', 'May', 'Design', 'Result', 'Appendix'].map((name) => person(name));
    const entries = [entry({ occurredOn: '2026-05-02', result: 'ok', kind: 'help', people: ['May'] })];
    expect(exportPacket(source({ entries, people })).markdown).toContain('2 May 2026');
  });

  it('is left out of every field of an entry', () => {
    const who = 'Xenia';
    const common = {
      title: who,
      body: who,
      result: who,
      metrics: [{ label: who, before: who, after: who, unit: who, source: who }],
      people: [who],
      tags: [who],
      projects: [who],
      links: [{ title: who, url: `https://example.com/${who}` }],
    };
    const entries = [
      entry({ ...common, unblocked: { who, howLong: who } }),
      entry({ ...common, kind: 'help', canNow: who }),
      entry({ ...common, kind: 'design', alternatives: who }),
    ];
    const given = source({ entries });
    const { markdown } = exportPacket({ ...given, options: { ...given.options, theCase: who } });
    expect(markdown.toLowerCase()).not.toContain('xenia');
  });
});

describe('a span marked private', () => {
  it.each([
    ['in the middle', 'a [[private: b]] c', 'a c'],
    ['nested', 'a [[private: b [[private: c]] d]] e', 'a e'],
    ['over several lines', 'a [[private: b\n\nc]] d', 'a d'],
    ['that is never closed', 'a [[private: b c', 'a '],
    ['with brackets inside', 'a [[private: x[y[0]] b]] c', 'a c'],
    ['with a lone bracket inside', 'a [[private: :-] b]] c', 'a c'],
    ['in other spelling', 'a [[ PRIVATE : b]] c', 'a c'],
    ['that an editor escaped', 'a \\[\\[private: b]] c', 'a c'],
    ['before a full stop', 'a [[private: b]].', 'a.'],
    ['in code', '`[[private: b]]`', '``'],
  ])('is dropped %s', (_, text, expected) => {
    expect(redact(text, [])).toBe(expected);
  });

  it('is kept as its text for self', () => {
    expect(redact('a [[private: b [[private: c]] d]] e', [], 'self')).toBe('a b c d e');
  });
});
