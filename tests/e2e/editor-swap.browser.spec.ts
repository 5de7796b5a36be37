import { expect, test } from './rung.ts';
import { composer, startJournal } from './steps.ts';

test('what is typed before the editor is there is in it, with the caret where it was', async ({ rung }) => {
  const { page } = rung;
  await startJournal(rung);
  const { promise: held, resolve: letIn } = Promise.withResolvers<null>();
  await page.route('**/markdown-editor*.js', async (route) => {
    await held;
    await route.continue();
  });
  await composer(rung).fill('Shipped search');
  const form = page.getByRole('form', { name: 'New entry' });
  await form.getByRole('button', { name: 'More' }).click();
  await form.getByRole('textbox', { name: 'Notes' }).focus();
  await page.keyboard.type('Typed at once.');
  for (let letter = 0; letter < 5; letter++) await page.keyboard.press('ArrowLeft');
  letIn(null);
  await expect(form.locator('.cm-editor')).toHaveCount(2);
  await page.keyboard.type('right ');
  await expect(form.getByRole('textbox', { name: 'Notes' })).toHaveText('Typed at right once.');
  await expect
    .poll(async () => JSON.stringify((await rung.request('drafts.get', { place: 'composer' }))?.content))
    .toContain('Typed at right once.');
});

test('where the editor cannot be had, a plain field stays', async ({ rung }) => {
  const { page } = rung;
  await startJournal(rung);
  await page.route('**/markdown-editor*.js', (route) => route.abort());
  await composer(rung).fill('Shipped search');
  const form = page.getByRole('form', { name: 'New entry' });
  await form.getByRole('button', { name: 'More' }).click();
  await form.getByRole('textbox', { name: 'Notes' }).fill('Plain, and kept.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(composer(rung)).toHaveValue('');
  expect((await rung.request('entries.list', {})).entries).toMatchObject([{ body: 'Plain, and kept.' }]);
});
