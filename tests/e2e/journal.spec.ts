import { expect, test } from './rung.ts';
import { composer, entryRow, startJournal, writeEntry } from './steps.ts';

test('the first line starts the journal and is in it', async ({ rung }) => {
  const { page } = rung;
  await page.getByLabel('Write the first line').fill('Cut checkout p99 from 420 ms to 180 ms');
  await page.getByRole('button', { name: 'Start the journal with this line' }).click();
  await expect(entryRow(rung, /Cut checkout p99/)).toBeVisible();
});

test('each kind of entry is written, read and still there after a restart', async ({ rung }) => {
  await startJournal(rung);
  await writeEntry(rung, 'Win', 'Shipped the outbox');
  await writeEntry(rung, 'Help', 'Paired with Ünal on the flaky tests 🔧');
  await writeEntry(rung, 'Design', 'Chose one queue over two');
  await rung.restart();
  for (const title of ['Shipped the outbox', 'Paired with Ünal on the flaky tests 🔧', 'Chose one queue over two']) {
    await expect(entryRow(rung, title)).toBeVisible();
  }
  const { entries: stored } = await rung.request('entries.list', {});
  expect(stored.map(({ kind }) => kind).sort()).toEqual(['design', 'help', 'win']);
});

test('evidence moves the coverage of a criterion', async ({ rung }) => {
  await startJournal(rung);
  await writeEntry(rung, 'Help', 'Taught the new engineer to read a flame graph');
  await rung.page.getByRole('link', { name: 'Criteria' }).click();
  const criterion = rung.page.getByRole('button', { name: /Mentoring/ }).first();
  await expect(criterion).toContainText('no evidence yet');
  await criterion.click();
  await rung.page.getByRole('button', { name: 'Add an entry' }).click();
  await rung.page
    .getByRole('dialog')
    .getByRole('button', { name: /flame graph/ })
    .click();
  await expect(criterion).toContainText('some');
  await rung.restart();
  const { criteria } = await rung.request('coverage.get', {});
  expect(criteria.filter(({ coverage }) => coverage !== 'none').map(({ criterionId }) => criterionId)).toEqual([
    'mentoring',
  ]);
});

test('the packet is saved as the file that was on the page, without what is private', async ({ rung }) => {
  await startJournal(rung);
  const shared = { status: 'done', visibility: 'shareable' } as const;
  await rung.request('entries.create', { kind: 'win', title: 'Halved the build time', ...shared });
  await rung.request('entries.create', { kind: 'win', title: 'Asked for more money' });
  await rung.page.getByRole('link', { name: 'Packet' }).click();
  await rung.page.getByLabel('The case').fill('Builds take half the time.');
  await expect(rung.page.getByRole('region', { name: 'Preview' })).toContainText('Halved the build time');
  await expect(rung.page.getByRole('region', { name: 'Preview' })).toContainText('Builds take half the time.');
  await rung.page.getByText('Markdown', { exact: true }).click();
  const onThePage = await rung.page.getByRole('region', { name: 'Preview' }).locator('pre').textContent();
  const { text } = await rung.readSaved(() => rung.page.getByRole('button', { name: 'Save as Markdown…' }).click());
  expect(text).toBe(onThePage);
  expect(text).toContain('Halved the build time');
  expect(text).toContain('Builds take half the time.');
  expect(text).not.toContain('Asked for more money');
});

test('what was typed less than a second ago survives a killed app', async ({ rung }) => {
  await startJournal(rung);
  await composer(rung).fill('Half a sentence about the');
  await composer(rung).pressSequentially(' outbox', { delay: 20 });
  await rung.page.waitForTimeout(1_000);
  await rung.killAndStart();
  await expect(composer(rung)).toHaveValue('Half a sentence about the outbox');
});

test('an ordinary quit loses not one key', async ({ rung }) => {
  await startJournal(rung);
  await composer(rung).pressSequentially('typed until the very end');
  await rung.restart();
  await expect(composer(rung)).toHaveValue('typed until the very end');
});

test('a reload keeps the page, the session and the draft', async ({ rung }) => {
  await startJournal(rung);
  await composer(rung).fill('Still here after a reload');
  await rung.page.reload();
  await expect(composer(rung)).toHaveValue('Still here after a reload');
});
