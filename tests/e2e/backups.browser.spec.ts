import { expect, test } from './rung.ts';
import { openSettings, startJournal } from './steps.ts';

test('a browser says which command encrypts', async ({ rung }) => {
  await startJournal(rung);
  const { page } = await openSettings(rung);
  await expect(page.getByText('rung backup make --encrypt')).toBeVisible();
  await expect(page.getByText('rung backup place FOLDER')).toBeVisible();
});
