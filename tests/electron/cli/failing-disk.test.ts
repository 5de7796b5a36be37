import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtFolder } from '../../helpers/build-node.ts';
import { openCli } from '../../helpers/cli.ts';

/** Half kilobytes that a file may grow to: room for a rescue file, not for the journal's log. */
const LIMIT = 300;
const LONG = 'a word or two '.repeat(6_000);

/** Runs `rung` where the system fails every write behind a limit: SQLite tells of that as it does of a broken disk. */
function rungUnderLimit(home: string, args: string[], input: string) {
  const command = `ulimit -f ${LIMIT}; exec "$@"`;
  return spawnSync('/bin/sh', ['-c', command, 'sh', process.execPath, join(builtFolder, 'cli.js'), ...args], {
    env: { ...process.env, RUNG_HOME: home, HOME: home },
    input,
    encoding: 'utf8',
  });
}

describe.skipIf(process.platform === 'win32')('a disk that fails in the middle of a save', () => {
  it('costs no word: the journal is checked, and the text goes back from its file', async () => {
    const cli = openCli();
    await cli.rung(['add', 'Saved before']);
    const { status, stderr } = rungUnderLimit(
      cli.home,
      ['add', '-'],
      JSON.stringify({ kind: 'win', title: 'Long', body: LONG }),
    );

    expect(status).toBe(1);
    expect(stderr).toContain('The disk reported an error');
    expect(stderr).toContain('opened again and checked: it is whole');
    const folder = join(cli.home, 'Rung rescue');
    const [name] = readdirSync(folder);
    expect(stderr).toContain(join(folder, name!));
    expect(await cli.json(['list'])).toMatchObject([{ title: 'Saved before' }]);
    const doctor = await cli.rung(['doctor']);
    expect([doctor.code, doctor.stdout]).toEqual([1, expect.stringContaining(`waits in ${join(folder, name!)}`)]);

    const added = await cli.json(['add', '-'], readFileSync(join(folder, name!), 'utf8'));
    expect(added).toMatchObject({ title: 'Long', body: LONG });
    expect(readdirSync(folder)).toEqual([]);
    expect((await cli.rung(['doctor'])).code).toBe(0);
  });
});
