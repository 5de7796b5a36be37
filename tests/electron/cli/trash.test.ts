import { describe, expect, it } from 'vitest';
import { openCli, type Cli } from '../../helpers/cli.ts';

async function addOne({ json }: Cli): Promise<string> {
  const added = await json(['add', 'Told in confidence']);
  return (added as { id: string }).id;
}

describe('rung rm --forever', () => {
  it('shows what would go and deletes it only with --yes', async () => {
    const cli = openCli();
    const id = await addOne(cli);
    await cli.rung(['rm', id]);

    const shown = await cli.rung(['rm', '--forever', id]);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain('Told in confidence');
    expect(shown.stdout).toContain('Nothing was deleted.');
    expect(await cli.json(['list', '--trash'])).toMatchObject([{ id }]);

    expect(await cli.json(['rm', '--forever', '--yes', id])).toEqual({ purged: 1, isWiped: true, backups: 0 });
    expect(await cli.json(['list', '--trash'])).toEqual([]);
  });

  it('refuses what is not in the trash', async () => {
    const cli = openCli();
    const id = await addOne(cli);
    for (const args of [[], ['--yes']]) {
      const { code, stderr } = await cli.rung(['rm', '--forever', ...args, id]);
      expect([code, stderr]).toEqual([1, expect.stringContaining('is not in the trash')]);
    }
    expect((await cli.rung(['rm', '--yes', id])).code).toBe(2);
    expect(await cli.json(['list'])).toMatchObject([{ id }]);
  });
});
