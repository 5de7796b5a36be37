import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { openCli } from '../../helpers/cli.ts';

const MATRIX = 'Area,Skill,E3,E4\nCraft,Testing,Tests own code,Owns how a team tests\nCraft,Design,,Shapes a service\n';

describe('rung rubric', () => {
  it('reads a ladder, shows what it would become, saves and uses it, and gives it back whole', async () => {
    const { home, rung, json } = openCli();
    const file = join(home, 'Acme ladder.csv');
    writeFileSync(file, MATRIX);
    const args = ['rubric', 'import', file, '--mine', 'E3', '--target', 'E4'];

    expect((await rung(args)).stdout).toContain('Nothing was saved. Add --yes to save it.');
    expect(await json(['rubric', 'list'])).toHaveLength(1);
    const saved = (await json([...args, '--yes'])) as Rubric;
    expect(saved).toMatchObject({
      id: 'acme-ladder',
      isConfidential: true,
      levels: { all: ['E3', 'E4'], mine: 'E3', target: 'E4' },
      pillars: [
        {
          id: 'craft',
          name: 'Craft',
          criteria: [{ id: 'testing', definition: 'Owns how a team tests' }, { id: 'design' }],
        },
      ],
    });
    await rung(['rubric', 'use', 'acme-ladder']);
    expect((await rung(['rubric', 'list'])).stdout).toMatch(/^\* acme-ladder {2}Acme ladder, version 1, 2 criteria$/m);
    const exported = (await rung(['rubric', 'export', 'acme-ladder'])).stdout;
    expect(JSON.parse(exported)).toEqual(saved);
    const again = await rung(['rubric', 'import', '-', '--yes', '--json'], exported);
    expect(JSON.parse(again.stdout)).toEqual({ ...saved, version: 2 });
  });

  it('refuses a level that is not there and a file that is no ladder, and saves nothing', async () => {
    const { rung, json } = openCli();
    const wrongLevel = await rung(
      ['rubric', 'import', '-', '--name', 'Acme', '--target', 'E9', '--yes'],
      'Skill\tE3\nTesting\tTests',
    );
    expect([wrongLevel.code, wrongLevel.stderr]).toEqual([
      2,
      'rung: There is no level "E9" in this ladder; it has E3.\n',
    ]);
    const broken = await rung(['rubric', 'import', '-', '--yes'], '{');
    expect([broken.code, broken.stderr]).toEqual([
      2,
      expect.stringMatching(/^rung: The text is no ladder that Rung can read\. .*not JSON/),
    ]);
    expect(await json(['rubric', 'list'])).toHaveLength(1);
  });
});
