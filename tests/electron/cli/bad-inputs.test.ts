import { describe, expect, it } from 'vitest';
import { openCli } from '../../helpers/cli.ts';
import { openTestJournal } from '../../helpers/core.ts';
import { tryImports, tryTexts } from '../../hostile/bad-inputs.ts';

const good = '{"kind":"win","title":"Shipped it"}';

describe('what is no good input', () => {
  it.each([
    ['cut off', good.slice(0, -3), 'is not JSON'],
    ['cut off in a later line', `${good}\n${good.slice(0, 9)}`, 'Line 2 of the input is not JSON'],
    ['nested 100,000 deep', '['.repeat(100_000), 'is not JSON'],
    ['nested 100,000 deep and closed', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'must be an object'],
    ['NaN', '{"kind":"help","title":"x","minutes":NaN}', 'is not JSON'],
    ['a day there is not', '{"kind":"win","title":"x","occurredOn":"2026-02-30"}', 'occurredOn'],
    ['half a character', '{"kind":"win","title":"x\\ud800"}', 'lone surrogate'],
    ['NUL', '{"kind":"win","title":"x\\u0000"}', 'NUL'],
    ['a prototype', '{"kind":"win","title":"x","__proto__":{"a":1}}', '__proto__'],
    ['nothing', '', 'Nothing came on standard input'],
  ])(
    'is refused in words and changes nothing: %s',
    async (_what, input, words) => {
      const { rung, json } = openCli();
      await rung(['add', 'Here before']);
      const { code, stderr, stdout } = await rung(['add', '--json', '-'], input);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.toLowerCase()).toContain(words.toLowerCase());
      expect(await json(['list'])).toMatchObject([{ title: 'Here before' }]);
    },
    30_000,
  );

  it('is refused where it is UTF-16, and taken as UTF-8 with a mark before it', async () => {
    const { rung } = openCli();
    const { code, stderr } = await rung(['add', '--json', '-'], Buffer.from(`\ufeff${good}`, 'utf16le') as never);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'rung: The input is not UTF-8 text. Save it as UTF-8 and try again. Nothing was added.\n',
    });
    expect((await rung(['add', '--json', '-'], `\ufeff${good}`)).code).toBe(0);
  }, 30_000);

  it('adds all or nothing, whatever comes, and every text comes back as typed', { timeout: 60_000 }, async () => {
    const { core, request } = await openTestJournal();
    expect(tryImports(core.serve, 300, Date.now()).faults).toEqual([]);
    expect(tryTexts(core.serve, 300, Date.now()).faults).toEqual([]);
    expect((await request('journal.check', {})).filter(({ isOk }) => !isOk)).toEqual([]);
  });
});
