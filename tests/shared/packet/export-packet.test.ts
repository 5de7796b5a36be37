import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PacketOptions } from '../../../shared/domain/packet.ts';
import { exportPacket, type PacketSource } from '../../../shared/packet/export-packet.ts';
import { entry, source } from './journal.ts';
import { yearOfMira } from './year-of-mira.ts';

function exportFor(audience: PacketOptions['audience'], given: PacketSource = yearOfMira) {
  return exportPacket({ ...given, options: { ...given.options, audience } });
}

function readFixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
}

describe('a packet', () => {
  // Not named .md, so that no formatter touches the bytes.
  it.each(['manager', 'committee', 'self'] as const)('for %s is byte for byte the one on file', (audience) => {
    expect(exportFor(audience).markdown).toBe(readFixture(`${audience}.md.txt`));
  });

  it('is the same whatever the order of entries and people', () => {
    const turned = { ...yearOfMira, entries: yearOfMira.entries.toReversed(), people: yearOfMira.people.toReversed() };
    const half = { ...yearOfMira, entries: yearOfMira.entries.toSorted((a, b) => (a.title < b.title ? -1 : 1)) };
    expect(exportFor('manager', turned)).toEqual(exportFor('manager'));
    expect(exportFor('manager', half)).toEqual(exportFor('manager'));
  });

  it('ends with one newline and has no carriage return', () => {
    const { markdown } = exportFor('self');
    expect(markdown).toMatch(/[^\n]\n$/);
    expect(markdown).not.toContain('\r');
    expect(markdown).not.toContain('\n\n\n');
  });

  it('without anything in it is a header and one calm sentence', () => {
    expect(exportPacket(source())).toEqual({
      markdown:
        '# Promotion packet\n\nSenior engineer criteria, version 1 · Prepared for my manager\n\nNothing from this period is in the packet yet.\n',
      fileName: 'packet-manager.md',
      words: 20,
      caseWords: 0,
      theCase: '',
      citations: {},
      missingReferences: [],
      references: [],
      leftOut: { private: 0, sealed: 0 },
    });
  });

  it('numbers its entries from the oldest, by day and then by id', () => {
    const [second, third, first] = [
      entry({ occurredOn: '2026-02-02' }),
      entry({ occurredOn: '2026-02-02' }),
      entry({ occurredOn: '2026-01-01' }),
    ];
    expect(exportPacket(source({ entries: [third, second, first] })).references).toEqual([
      { reference: 'E1', entryId: first.id },
      { reference: 'E2', entryId: second.id },
      { reference: 'E3', entryId: third.id },
    ]);
  });

  it('counts coverage from the exported entries alone', () => {
    const evidence = [{ criterionId: 'architecture' }];
    const entries = [
      entry({ evidence }),
      entry({ evidence, visibility: 'private', occurredOn: '2026-01-01' }),
      entry({ evidence: [{ criterionId: 'mentoring' }], visibility: 'sealed' }),
    ];
    const { markdown } = exportPacket(source({ entries }));
    expect(markdown).toContain('| Design & architecture | Architecture | 1 | Q3 2026 | [E1] |');
    expect(markdown).not.toContain('Mentoring');
  });

  it('tells an entry under the criterion it is strong for, and cites it under the others', () => {
    const evidence = [{ criterionId: 'architecture' }, { criterionId: 'mentoring', strong: true }];
    const { markdown } = exportPacket(source({ entries: [entry({ title: 'Once', evidence })] }));
    expect(markdown).toContain('Shown by:\n\n- [E1] Once (told under Mentoring)\n\n### Mentorship');
    expect(markdown.split('**[E1] Once**')).toHaveLength(2);
  });

  it('leaves suggested evidence and criteria of another rubric out, and keeps the entry', () => {
    const evidence = [
      { criterionId: 'architecture', state: 'suggested' as const },
      { criterionId: 'elsewhere', state: 'confirmed' as const },
    ];
    const { markdown } = exportPacket(source({ entries: [entry({ title: 'Kept', evidence })] }));
    expect(markdown).toContain('## Other work\n\n**[E1] Kept**');
    expect(markdown).not.toContain('## Evidence');
  });
});

describe('who sees an entry', () => {
  const entries = [
    entry({ title: 'Open' }),
    entry({ title: 'Mine', visibility: 'private' }),
    entry({ title: 'Pay', visibility: 'sealed' }),
    entry({ title: 'Gone', trashedAt: '2026-10-01T00:00:00.000Z' }),
    entry({ title: 'Earlier', occurredOn: '2025-01-01' }),
  ];
  const given = source({ entries });
  const inYear = { ...given, options: { ...given.options, period: { from: '2026-01-01' } } };

  it.each([
    ['manager', ['Open'], { private: 1, sealed: 1 }],
    ['committee', ['Open'], { private: 1, sealed: 1 }],
    ['self', ['Open', 'Mine'], { private: 0, sealed: 1 }],
  ] as const)('is decided by visibility for %s', (audience, seen, leftOut) => {
    const found = exportFor(audience, inYear);
    const titles = ['Open', 'Mine', 'Pay', 'Gone', 'Earlier'].filter((title) => found.markdown.includes(title));
    expect({ titles, leftOut: found.leftOut }).toEqual({ titles: seen, leftOut });
  });

  it('is said in a packet for self, at the top and at each private entry', () => {
    const { markdown } = exportFor('self', inYear);
    expect(markdown).toContain('> **This packet holds private entries.** Keep it to yourself.');
    expect(markdown).toContain('**[E2] Mine** (private)');
  });
});

describe('the name of a packet’s file', () => {
  it.each([
    ['Mira Okafor', { from: '2025-11-25', to: '2026-11-24' }, 'packet-mira-okafor-2025-11-25-to-2026-11-24-manager.md'],
    ['../../etc/Łukasz Strauß\\', {}, 'packet-etc-lukasz-strauss-manager.md'],
    ['佐藤 健', { from: '2026-01-01' }, 'packet-since-2026-01-01-manager.md'],
    ['x'.repeat(120), { to: '2026-01-01' }, `packet-${'x'.repeat(60)}-until-2026-01-01-manager.md`],
  ])('for %s is safe on every system', (name, period, fileName) => {
    const given = source();
    const options = { ...given.options, period };
    expect(exportPacket({ ...given, options, profile: { ...given.profile, name } }).fileName).toBe(fileName);
  });
});
