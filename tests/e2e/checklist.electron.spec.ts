import { pageItems } from './checklist/pages.ts';
import { wayOutItems } from './checklist/ways-out.ts';
import { expect, test } from './rung.ts';
import { startJournal } from './steps.ts';

/** Electron's own security checklist, item by item, in the running app. https://www.electronjs.org/docs/latest/tutorial/security */

test('all 20 items of Electron’s checklist hold', async ({ rung }) => {
  test.setTimeout(120_000);
  await startJournal(rung);
  const failed: string[] = [];
  const lines: string[] = [];
  for (const [at, [name, check]] of Object.entries({ ...pageItems, ...wayOutItems }).entries()) {
    const error = await check(rung).then(
      () => null,
      (thrown: unknown) => String(thrown).slice(0, 1_500),
    );
    if (error !== null) failed.push(`${at + 1} ${name}: ${error}`);
    lines.push(`${error === null ? 'holds' : 'BROKEN'}  ${String(at + 1).padStart(2)}  ${name}`);
  }
  console.log(`${lines.join('\n')}\nElectron's checklist: ${lines.length - failed.length}/${lines.length}`);
  expect(failed).toEqual([]);
  expect(lines).toHaveLength(20);
});
