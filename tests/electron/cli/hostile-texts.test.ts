import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtFolder } from '../../helpers/build-node.ts';
import { openCli } from '../../helpers/cli.ts';
import { hostileDrafts, hostileTexts } from '../../hostile/hostile-texts.ts';

/** What moves a cursor, hides a line, sets a title or turns words round. */
// oxlint-disable-next-line no-control-regex
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('hostile texts in a journal', () => {
  it('steer no terminal, whatever the command prints', async () => {
    const { rung } = openCli();
    expect((await rung(['add', '--json', '-'], JSON.stringify(hostileDrafts(hostileTexts)))).code).toBe(0);
    const steering = hostileTexts.filter(({ text }) => STEERING.test(text));
    expect(steering.length).toBeGreaterThan(25);
    const { stdout } = await rung(['list', '--limit', '500', '--json']);
    const entries = JSON.parse(stdout) as { id: string; title: string }[];
    const shown = entries.filter(({ title }) => STEERING.test(title)).slice(0, 12);
    expect(shown.length).toBe(12);
    for (const args of [
      ['list', '--limit', '500'],
      ['list', '--limit', '500', '--json'],
      ['find', 'evil'],
      ['find', 'evil', '--json'],
      ['coverage'],
      ['export', '--audience', 'self', '--json'],
      ['show', '\u001b[2J'],
      ['\u001b]0;evil\u0007'],
      ...shown.flatMap(({ id }) => [
        ['show', id.slice(-12)],
        ['show', id.slice(-12), '--json'],
      ]),
    ]) {
      const { stdout: printed, stderr } = await rung(args);
      expect({ args, steers: STEERING.exec(printed + stderr) }).toEqual({ args, steers: null });
    }
  }, 60_000);

  it.runIf(process.platform === 'linux')('steer no terminal by a packet either', async () => {
    const { home, rung } = openCli();
    const text = 'fine \u202eturned \u2066round';
    await rung(['add', '--json', '-'], JSON.stringify({ kind: 'win', title: text, visibility: 'shareable' }));
    const command = `${process.execPath} ${join(builtFolder, 'cli.js')} export`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      env: { ...process.env, RUNG_HOME: home },
      encoding: 'utf8',
    });
    expect(stdout).toContain('\\u202eturned');
    expect(STEERING.exec(stdout.replaceAll('\r\n', '\n'))).toBeNull();
  });
});
