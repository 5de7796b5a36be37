import { expect, test } from './rung.ts';
import { composer, entryRow, startJournal } from './steps.ts';

test('the main job is done without a mouse: log, read, map, find, throw away, take back, write the packet', async ({
  rung,
}) => {
  const { page } = rung;
  await startJournal(rung);
  const { keyboard } = page;
  await expect(composer(rung)).toBeFocused();
  await keyboard.type('helped @maria untangle the flaky auth tests #platform ~45m');
  await keyboard.press('Enter');
  await expect(entryRow(rung, /untangle the flaky auth tests/)).toBeVisible();
  await keyboard.type('design chose an outbox over dual writes');
  await keyboard.press('Enter');
  await expect(entryRow(rung, /chose an outbox/)).toBeVisible();

  // What was written last is open beside the list; the line has the focus again until Escape.
  await expect(page.getByRole('heading', { name: /chose an outbox/i })).toBeVisible();
  await expect(composer(rung)).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('c');
  await keyboard.type('architecture');
  await keyboard.press('Enter');
  await expect
    .poll(async () => (await rung.request('entries.list', {})).entries[0]?.evidence)
    .toMatchObject([{ criterionId: 'architecture' }]);
  await keyboard.press('Escape');
  await keyboard.press('Escape');

  await keyboard.press('/');
  await keyboard.type('flaky');
  await expect(entryRow(rung, /chose an outbox/)).toBeHidden();
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(entryRow(rung, /chose an outbox/)).toBeVisible();

  await keyboard.press('j');
  await keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).focus();
  await keyboard.press('Enter');
  await expect.poll(async () => (await rung.request('entries.list', {})).entries.length).toBe(2);

  await keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await keyboard.type('packet');
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
});
