import { describe, expect, it } from 'vitest';
import { readLadder } from '../../../shared/ladder/read-ladder.ts';
import type { Ladder } from '../../../shared/ladder/ladder.ts';

/** A ladder on a few lines: `theme / criterion: level=text | level=text`. */
function print({ levels, themes }: Ladder): string[] {
  const lines = themes.flatMap((theme) =>
    theme.criteria.map(({ name, description, texts }) => {
      const said = [...(description ? [description] : []), ...texts.map(({ level, text }) => `${level}=${text}`)];
      return `${theme.name} / ${name}: ${said.join(' | ')}`;
    }),
  );
  return [levels.join(', '), ...lines];
}

const read = (fileName: string, ...lines: string[]) => print(readLadder(lines.join('\n'), fileName));

describe('a matrix', () => {
  it('has a column a level after one column of labels, and headings of groups between its rows', () => {
    expect(
      read(
        'l.csv',
        'Skill,E1,E2,E3',
        'Craft,,,',
        'Testing,Tests own code,"Tests, and reviews tests",See E2',
        'Design,,Draws,Decides',
      ),
    ).toEqual([
      'E1, E2, E3',
      'Craft / Testing: E1=Tests own code | E2=Tests, and reviews tests | E3=Tests, and reviews tests',
      'Craft / Design: E2=Draws | E3=Decides',
    ]);
  });

  it('has up to three columns of labels, where an empty cell is the one above, as merged cells come out', () => {
    expect(
      read(
        'l.csv',
        'Area,Group,Skill,Level 1,Level 2',
        'Craft,Code,Testing,Tests own code,Tests the rest',
        ',,Reviews,Reviews when asked,Reviews early',
        'People,Growth,Mentoring,,Mentors one',
      ),
    ).toEqual([
      'Level 1, Level 2',
      'Craft · Code / Testing: Level 1=Tests own code | Level 2=Tests the rest',
      'Craft · Code / Reviews: Level 1=Reviews when asked | Level 2=Reviews early',
      'People · Growth / Mentoring: Level 2=Mentors one',
    ]);
  });

  it('may begin with a BOM, end its lines with CRLF, be cut by semicolons or tabs, and have line breaks in its cells', () => {
    expect(read('l.csv', '\uFEFFSkill;E1;E2\r', 'Testing;"one\ntwo";three\r')).toEqual([
      'E1, E2',
      'Criteria / Testing: E1=one\ntwo | E2=three',
    ]);
    expect(read('pasted', 'Skill\tE1\tE2', 'Testing\ta\tb')).toEqual(['E1, E2', 'Criteria / Testing: E1=a | E2=b']);
  });

  it('has as many levels and rows as a company likes', () => {
    const levels = Array.from({ length: 8 }, (_, n) => `L${n + 1}`);
    const rows = Array.from(
      { length: 200 },
      (_, n) => `Skill ${n},${levels.map((level) => `${n} at ${level}`).join(',')}`,
    );
    const ladder = readLadder([`Skill,${levels.join(',')}`, ...rows].join('\n'), 'l.csv');
    expect([
      ladder.levels.length,
      ladder.themes[0]?.criteria.length,
      ladder.themes[0]?.criteria[199]?.texts.at(-1),
    ]).toEqual([8, 200, { level: 'L8', text: '199 at L8' }]);
  });

  it('follows references over several cells', () => {
    expect(read('l.csv', 'Skill,E1,E2,E3', 'Testing,Tests,see E1,Same as E2')[1]).toBe(
      'Criteria / Testing: E1=Tests | E2=Tests | E3=Tests',
    );
  });
});

describe('a long table', () => {
  it('has the columns path, job title, key behavior, competency and skill', () => {
    expect(
      read(
        'career.csv',
        'Path,Job title,Key behavior,Competency,Skill',
        'Engineering,Engineer II,Breaks work into parts,Delivery,Planning',
        'Engineering,Senior Engineer,Plans for a team,Delivery,Planning',
        'Engineering,Senior Engineer,Gives feedback early,People,',
      ),
    ).toEqual([
      'Engineer II, Senior Engineer',
      'Delivery / Planning: Engineer II=Breaks work into parts | Senior Engineer=Plans for a team',
      'Criteria / People: Senior Engineer=Gives feedback early',
    ]);
  });

  it("has Rung's own columns in any order", () => {
    expect(read('l.csv', 'theme,level,criterion,description', 'Craft,E1,Testing,Tests')).toEqual([
      'E1',
      'Craft / Testing: E1=Tests',
    ]);
  });
});

describe('Markdown', () => {
  it('is a table with bold rows as groups', () => {
    expect(
      read(
        'titles.md',
        '# Titles',
        '',
        '|  | Junior | Senior |',
        '|---|:---:|---|',
        '| **Scope** | | |',
        '| Size | Tasks | Projects \\| programs |',
      ),
    ).toEqual(['Junior, Senior', 'Scope / Size: Junior=Tasks | Senior=Projects | programs']);
  });

  it('is headings as levels where their bullets begin with the same bold words', () => {
    expect(
      read(
        'ladder.md',
        '## D1 Developer',
        '* **Technology**: adopts',
        '* **System**: enhances',
        '## D2 Developer',
        '* **Technology**: specialises',
      ),
    ).toEqual([
      'D1 Developer, D2 Developer',
      'Criteria / Technology: D1 Developer=adopts | D2 Developer=specialises',
      'Criteria / System: D1 Developer=enhances',
    ]);
  });

  it('is headings as themes with a criterion a bullet otherwise', () => {
    expect(
      read(
        'ladder.md',
        '## Craft',
        '- Writes tests',
        '  that fail first',
        '- **Reviews**: early',
        '## People',
        '- Mentors',
      ),
    ).toEqual([
      '',
      'Craft / Writes tests that fail first: Writes tests that fail first',
      'Craft / Reviews: early',
      'People / Mentors: Mentors',
    ]);
  });

  it('is a front matter with topics and levels', () => {
    expect(
      read(
        'backend.md',
        '---',
        'path: backend',
        'topics:',
        '  - name: comm',
        '    title: Communication',
        '    content:',
        '      - level: 1',
        '        criteria: [Asks early]',
        '      - level: 2',
        '        criteria: [Writes for others, Speaks up]',
        '---',
        'Text below.',
      ),
    ).toEqual(['1, 2', 'Criteria / Communication: 1=Asks early | 2=Writes for others\nSpeaks up']);
  });
});

describe('YAML and JSON', () => {
  it('hold levels, themes and competencies apart', () => {
    expect(
      read(
        'ft.yml',
        'levels: [{ id: mid, name: Mid }, { id: sr, name: Senior }]',
        'themes: [{ id: t, name: Technical }]',
        'competencies:',
        '  - { id: a, level: mid, theme: t, summary: Writes tested code }',
        '  - { id: b, level: sr, theme: t, summary: Shapes a system }',
      ),
    ).toEqual([
      'Mid, Senior',
      'Technical / Writes tested code: Mid=Writes tested code',
      'Technical / Shapes a system: Senior=Shapes a system',
    ]);
  });

  it('hold topics with levels and criteria', () => {
    const tree = {
      title: 'Framework',
      topics: [{ title: 'Delivery', levels: [{ title: 'Level 1', summary: 'Ships', criteria: ['Small steps'] }] }],
    };
    expect(read('u.json', JSON.stringify(tree))).toEqual([
      'Level 1',
      'Criteria / Delivery: Level 1=Ships\nSmall steps',
    ]);
  });

  it('hold tracks with milestones', () => {
    const tree = {
      MOBILE: {
        displayName: 'Mobile',
        category: 'A',
        milestones: [{ summary: 'Works', signals: ['Ships'] }, { summary: 'Leads' }],
      },
    };
    expect(read('snow.json', JSON.stringify(tree))).toEqual([
      'Milestone 1, Milestone 2',
      'A / Mobile: Milestone 1=Works\nShips | Milestone 2=Leads',
    ]);
  });

  it("hold Rung's own shape", () => {
    expect(
      read(
        'own.yaml',
        'name: Acme',
        'levels: [E1, E2]',
        'themes:',
        '  - name: Craft',
        '    criteria: [{ name: Testing, levels: { E2: Tests } }]',
      ),
    ).toEqual(['E1, E2', 'Craft / Testing: E2=Tests']);
  });
});

describe('pasted text', () => {
  it('is a criterion a line, under the heading above it', () => {
    expect(
      read('', 'Craft:', 'Testing: writes tests first', '', 'People', '- Mentors others', '- Gives feedback'),
    ).toEqual([
      '',
      'Craft / Testing: Testing: writes tests first',
      'People / Mentors others: Mentors others',
      'People / Gives feedback: Gives feedback',
    ]);
  });
});
