import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry, Revision } from '../../../shared/domain/entry.ts';
import { openCli } from '../../helpers/cli.ts';
import { openTestCore } from '../../helpers/core.ts';

describe('rung add', () => {
  it('starts a journal and logs an entry from options', async () => {
    const { json } = openCli();
    const options = `--on 2026-09-14 --tag perf --person Ana:witness --person Bo --visibility shareable --raise
      --criterion hard-problems!`.split(/\s+/);
    options.push('--result', 'Carts fell', '--metric', 'p99: 420 -> 180 ms (Grafana)');
    options.push('--link', 'PR 12=https://git.example.com/12', '--unblocked', 'payments, 3 weeks');
    expect(await json(['add', 'Cut checkout p99', ...options])).toMatchObject({
      kind: 'win',
      title: 'Cut checkout p99',
      occurredOn: '2026-09-14',
      result: 'Carts fell',
      metrics: [{ label: 'p99', before: '420', after: '180', unit: 'ms', source: 'Grafana' }],
      tags: ['perf'],
      people: [
        { name: 'Ana', part: 'witness' },
        { name: 'Bo', part: 'worked-with' },
      ],
      links: [{ title: 'PR 12', url: 'https://git.example.com/12' }],
      visibility: 'shareable',
      status: 'done',
      raiseAtNextMeeting: true,
      unblocked: { who: 'payments', howLong: '3 weeks' },
      evidence: [{ criterionId: 'hard-problems', state: 'confirmed', strong: true }],
    });
  });

  it('reads the one-line grammar, lets options win, and takes a line literally when told to', async () => {
    const { json } = openCli();
    const line = 'helped @maria untangle the auth tests #platform +checkout ^mentoring ~45m 2026-09-14 !';
    const read = await json(['add', line, '--tag', 'more', '--on', '2026-09-15']);
    const literal = await json(['add', line, '--literal']);
    const chosen = await json(['add', 'help desk rewritten', '--kind', 'win']);
    expect([read, literal, chosen]).toMatchObject([
      {
        kind: 'help',
        title: 'untangle the auth tests',
        people: [{ name: 'maria', part: 'helped' }],
        tags: ['platform', 'more'],
        projects: ['checkout'],
        minutes: 45,
        occurredOn: '2026-09-15',
        raiseAtNextMeeting: true,
        evidence: [{ criterionId: 'mentoring', state: 'confirmed' }],
      },
      { kind: 'win', title: line, tags: [] },
      { kind: 'win', title: 'help desk rewritten' },
    ]);
  });

  it('takes a help with its minutes and a design with its outcome', async () => {
    const { json } = openCli();
    const help = await json([
      'add',
      'Paired',
      '--kind',
      'help',
      '--minutes',
      '1h30m',
      '--mode',
      'pairing',
      '--initiative',
      'i-offered',
    ]);
    const design = await json([
      'add',
      'Outbox',
      '--kind',
      'design',
      '--form',
      'decision-against',
      '--outcome',
      'accepted',
      '--look-back-on',
      '2027-01-01',
    ]);
    expect([help, design]).toMatchObject([
      { minutes: 90, mode: 'pairing', initiative: 'i-offered' },
      { form: 'decision-against', outcome: 'accepted', lookBackOn: '2027-01-01' },
    ]);
  });

  it.each([
    ['one object', '{"kind":"win","title":"a"}', 'a'],
    ['an array', '[{"kind":"win","title":"a"},{"kind":"help","title":"b"}]', ['a', 'b']],
    ['JSON lines', '{"kind":"win","title":"a"}\r\n\n{"kind":"design","title":"b"}\n', ['a', 'b']],
    ['a byte order mark', '\ufeff{"kind":"win","title":"a"}', 'a'],
  ])('reads %s from standard input and prints what it stored', async (_, input, titles) => {
    const { json } = openCli();
    const stored = (await json(['add', '-'], input)) as Entry | Entry[];
    expect(Array.isArray(stored) ? stored.map((entry) => entry.title) : stored.title).toEqual(titles);
  });

  it('adds nothing when one of many is wrong, and names it', async () => {
    const { home, rung } = openCli();
    const result = await rung(
      ['add', '--json', '-'],
      '{"kind":"win","title":"a"}\n{"kind":"win","title":"b","occurredOn":"14.9.2026"}',
    );
    expect(result).toEqual({
      code: 2,
      stdout: '',
      stderr: 'rung: 1.occurredOn: must be a calendar day written YYYY-MM-DD, for example 2026-09-14\n',
    });
    expect(openTestCore({ folder: home }).core.serve('entries.list', {})).toMatchObject({ value: { entries: [] } });
  });

  it('does not start a second journal where one was before', async () => {
    const { home, rung } = openCli();
    await rung(['add', 'first']);
    const { renameSync } = await import('node:fs');
    renameSync(join(home, 'journal.sqlite'), join(home, 'moved.sqlite'));
    expect(await rung(['add', 'second'])).toMatchObject({ code: 1, stderr: expect.stringContaining('is gone') });
    expect(existsSync(join(home, 'journal.sqlite'))).toBe(false);
    expect(await rung(['add', 'second', '--new-journal'])).toMatchObject({ code: 0 });
  });
});

describe('rung list, show, edit, rm, restore', () => {
  it('list newest first, with filters and a limit', async () => {
    const { json, rung } = openCli();
    await rung(
      ['add', '-'],
      JSON.stringify([
        { kind: 'win', title: 'a', occurredOn: '2026-01-01', tags: ['x'] },
        { kind: 'help', title: 'b', occurredOn: '2026-02-01' },
      ]),
    );
    const titles = async (...args: string[]) =>
      ((await json(['list', ...args])) as Entry[]).map((entry) => entry.title);
    expect([
      await titles(),
      await titles('--kind', 'win'),
      await titles('--tag', 'x'),
      await titles('--from', '2026-01-15'),
      await titles('--limit', '1'),
    ]).toEqual([['b', 'a'], ['a'], ['a'], ['b'], ['b']]);
  });

  it('list more than a page', async () => {
    const { json, rung } = openCli();
    await rung(
      ['add', '-'],
      JSON.stringify(Array.from({ length: 620 }, (_, n) => ({ kind: 'win', title: `win ${n}` }))),
    );
    expect(((await json(['list', '--all'])) as Entry[]).length).toBe(620);
    expect(((await json(['list', '--limit', '510'])) as Entry[]).length).toBe(510);
  });

  it('change what is named, keep the rest and the version before', async () => {
    const { json } = openCli();
    const { id } = (await json(['add', 'first', '--tag', 'x'])) as Entry;
    await json(['edit', id.slice(-8), '--title', 'second']);
    const edited = await json(['edit', id, '-'], '{"result":"better","status":"doing"}');
    expect(edited).toMatchObject({ title: 'second', result: 'better', status: 'doing', tags: ['x'], revision: 3 });
    const history = (await json(['show', id, '--history'])) as Revision[];
    expect(history.map(({ content }) => content.title)).toEqual(['second', 'second', 'first']);
  });

  it('move to the trash and back', async () => {
    const { json } = openCli();
    const { id } = (await json(['add', 'gone'])) as Entry;
    await json(['rm', id]);
    expect([await json(['list']), await json(['list', '--trash'])]).toMatchObject([[], [{ id }]]);
    await json(['restore', id]);
    expect(await json(['list'])).toMatchObject([{ id }]);
  });

  it('show text without letting it steer the terminal', async () => {
    const { rung } = openCli();
    await rung(
      ['add', '-'],
      JSON.stringify({ kind: 'win', title: 'red \u001b[31m alert', body: 'bell \u0007 and \u202e turned' }),
    );
    const { stdout } = await rung(['list']);
    expect(stdout).toContain('red \\u001b[31m alert');
    expect(stdout).not.toContain('\u001b');
  });
});
