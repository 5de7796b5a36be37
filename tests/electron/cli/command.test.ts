import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../shared/domain/coverage.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { openCli } from '../../helpers/cli.ts';

const commands = [
  'add',
  'find',
  'list',
  'show',
  'edit',
  'rm',
  'restore',
  'criteria',
  'evidence',
  'rubric',
  'review',
  'coverage',
  'export',
  'serve',
  'backup',
  'decrypt',
  'doctor',
  'demo',
];

describe('the rung command', () => {
  it('lists exactly its commands, with examples', async () => {
    const { stdout, code } = await openCli().rung(['--help']);
    const listed = [...stdout.matchAll(/^ {2}([a-z0-9]+) .*/gm)].map(([, name]) => name);
    expect(code).toBe(0);
    expect(listed.filter((name) => name !== 'rung' && name !== 'help')).toEqual(commands);
    expect(stdout).toContain('Examples:');
  });

  it.each(commands)('explains %s with an example', async (command) => {
    const { stdout, code } = await openCli().rung([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples?:\n {2}/);
  });

  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['list', '--frobnicate']],
    ['a missing argument', ['show']],
    ['a choice that is none', ['export', '--audience', 'everybody']],
    ['a limit that is no number', ['list', '--limit', 'many']],
    ['a day that is none', ['coverage', '--from', 'yesterday-ish']],
    ['nothing to change', ['edit', 'abcd']],
    ['an empty standard input', ['add', '-']],
  ])('answers %s with one line on standard error and code 2', async (_, args) => {
    const cli = openCli();
    await cli.rung(['add', 'something']);
    const { code, stdout, stderr } = await cli.rung(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^rung: .+\n$/);
  });

  it.each([
    ['no journal yet', [], ['list'], /There is no journal at .*journal\.sqlite yet\. "rung add" starts one\./],
    ['an entry that is not there', ['add', 'x'], ['show', 'abcdef00'], /There is no entry abcdef00/],
    [
      'a file that is no journal',
      ['add', 'x'],
      ['list', '--journal', join(import.meta.dirname, 'command.test.ts')],
      /is not a Rung journal/,
    ],
  ])('says what to do about %s, with code 1', async (_, before, args, message) => {
    const cli = openCli();
    if (before.length > 0) await cli.rung(before);
    const { code, stderr } = await cli.rung(args);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});

describe('rung review', () => {
  it('lists what is suggested with the reason, until it is decided', async () => {
    const { rung, json } = openCli();
    await rung(['add', 'Ran a workshop on tracing', '--kind', 'help']);
    const { stdout } = await rung(['review']);
    expect(stdout).toMatch(
      /Ran a workshop on tracing\n {4}teaching\? {2}It speaks of explaining so that it stays: "workshop"\.\n$/,
    );
    const { items } = (await json(['review'])) as { items: { entry: { id: string } }[] };
    await rung(['evidence', items[0]!.entry.id, 'teaching', '--dismiss']);
    expect((await rung(['review'])).stdout).toBe('Nothing is left to decide.\n');
  });
});

describe('rung evidence, criteria and coverage', () => {
  it('map an entry, mark it strong, and take it away again', async () => {
    const { json } = openCli();
    const { id } = (await json(['add', 'x'])) as Entry;
    expect(await json(['evidence', id, 'architecture', 'mentoring', '--strong'])).toEqual([
      { criterionId: 'architecture', state: 'confirmed', strong: true },
      { criterionId: 'mentoring', state: 'confirmed', strong: true },
    ]);
    const coverage = (await json(['coverage'])) as Coverage;
    expect(coverage.criteria.filter((one) => one.coverage !== 'none').map((one) => one.criterionId)).toEqual([
      'architecture',
      'mentoring',
    ]);
    expect(await json(['evidence', id, 'mentoring', '--remove'])).toEqual([
      { criterionId: 'architecture', state: 'confirmed', strong: true },
    ]);
  });

  it('show a criterion, or say that there is none', async () => {
    const { json, rung } = openCli();
    await rung(['add', 'x']);
    expect(await json(['criteria', 'mentoring'])).toMatchObject({ id: 'mentoring', feeds: ['help'] });
    expect(await rung(['criteria', 'nonsense'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("'nonsense'"),
    });
  });

  it('limit coverage to a period', async () => {
    const { json, rung } = openCli();
    await rung(['add', 'x', '--on', '2026-01-10', '--criterion', 'architecture']);
    const entries = async (...args: string[]) => ((await json(['coverage', ...args])) as Coverage).criteria[0]?.entries;
    expect([
      await entries('--from', '2026-01-01', '--to', '2026-01-31'),
      await entries('--from', '2026-02-01'),
    ]).toEqual([1, 0]);
  });
});

describe('rung export', () => {
  it('prints the packet, or writes it whole to a file it never replaces silently', async () => {
    const { home, rung } = openCli();
    await rung([
      'add',
      'Cut checkout p99',
      '--visibility',
      'shareable',
      '--criterion',
      'hard-problems',
      '--on',
      '2026-09-14',
    ]);
    const out = join(home, 'packet.md');
    const printed = await rung(['export', '--audience', 'manager']);
    expect(printed.stdout).toContain('Cut checkout p99');
    expect((await rung(['export', '--audience', 'manager', '--format', 'md', '--out', out])).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(printed.stdout);
    writeFileSync(out, 'mine');
    expect(await rung(['export', '--out', out])).toMatchObject({ code: 1, stderr: expect.stringContaining('--force') });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    await rung(['export', '--out', out, '--force']);
    expect(readFileSync(out, 'utf8')).toBe(printed.stdout);
  });

  it('keeps private and sealed entries out of what others read', async () => {
    const { rung } = openCli();
    await rung(['add', 'Kept to myself']);
    await rung(['add', 'Pay talk', '--visibility', 'sealed']);
    await rung(['add', 'For all to see', '--visibility', 'shareable']);
    const text = async (audience: string) => (await rung(['export', '--audience', audience])).stdout;
    expect([seen(await text('manager')), seen(await text('committee')), seen(await text('self'))]).toEqual([
      [false, false, true],
      [false, false, true],
      [true, false, true],
    ]);
  });
});

describe('rung doctor', () => {
  it('finds a sound journal sound, and a changed version damaged with code 1', async () => {
    const { home, rung, json } = openCli();
    await rung(['add', 'x']);
    expect(await json(['doctor'])).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ id: 'versions', isOk: true })]),
    });
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(join(home, 'journal.sqlite'));
    db.exec("DROP TRIGGER revisions_are_never_changed; UPDATE revisions SET content = replace(content, 'x', 'y')");
    db.close();
    expect(await rung(['doctor'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('NO  1 of 1 saved versions are damaged'),
    });
  });
});

describe('rung doctor --repair', () => {
  it('makes a search index that lost entries again', async () => {
    const { home, rung, json } = openCli();
    await rung(['add', 'Chose the outbox']);
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(join(home, 'journal.sqlite'));
    db.exec("INSERT INTO entry_text (entry_text) VALUES ('delete-all'); DELETE FROM words");
    db.close();
    expect(await json(['find', 'outbox'])).toEqual([]);
    expect(await rung(['doctor'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Search does not know every entry'),
    });
    expect(await rung(['doctor', '--repair'])).toMatchObject({ code: 0 });
    expect(await json(['find', 'utbo'])).toMatchObject([{ title: 'Chose the outbox' }]);
  });
});

describe('rung demo', () => {
  it('makes a year of entries and never touches a real journal', async () => {
    const { rung, json } = openCli();
    await rung(['demo']);
    expect(((await json(['list', '--all'])) as Entry[]).length).toBeGreaterThan(100);
    await rung(['add', 'my own']);
    await rung(['demo', '--reset']);
    expect(((await json(['list', '--all'])) as Entry[]).some((entry) => entry.title === 'my own')).toBe(false);
    const real = openCli();
    await real.rung(['add', 'precious']);
    expect(await real.rung(['demo', '--reset'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not a demo journal'),
    });
    expect(await real.json(['list'])).toMatchObject([{ title: 'precious' }]);
  });
});

function seen(packet: string): boolean[] {
  return ['Kept to myself', 'Pay talk', 'For all to see'].map((title) => packet.includes(title));
}
