import { chmodSync, cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Rung } from './rung.ts';
import { isRoot } from './shells.ts';
import { entryRow, startJournal, writeEntry } from './steps.ts';

/** A journal that cannot simply be opened, in both shells. */

const PAGE = 8_192;

test('a damaged journal is saved as far as it can be read, by keyboard alone, and the file is kept', async ({
  rung,
}) => {
  await makeJournal(rung);
  await rung.restart(() => breakStart(rung));
  const { page } = rung;
  await expect(page.getByRole('heading', { name: 'The journal is damaged' })).toBeVisible();
  await expect(page.getByText(/^2 of (?:at least )?2 entries can be read from the file\./)).toBeVisible();
  await expect(page.getByText('Nothing was changed, and nothing will be deleted')).toBeVisible();
  await tabTo(rung, 'Save what can be read');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/The damaged file is kept: .*journal\.sqlite\.damaged-/)).toBeVisible();
  await tabTo(rung, 'Open the journal');
  await page.keyboard.press('Enter');
  await expect(entryRow(rung, 'Written before')).toBeVisible();
  await expect(entryRow(rung, 'Written after the backup')).toBeVisible();
  expect(readdirSync(rung.home).filter((name) => /^journal\.sqlite\.damaged-.*Z$/.test(name))).toHaveLength(1);
});

test('a damaged journal gives its place to the newest checked backup, when that is chosen', async ({ rung }) => {
  await makeJournal(rung);
  await rung.restart(() => writeFileSync(journalOf(rung), ''));
  const { page } = rung;
  await expect(page.getByText('it is empty (0 bytes)')).toBeVisible();
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByRole('button', { name: 'Open the journal' }).click();
  await expect(entryRow(rung, 'Written before')).toBeVisible();
  await expect(entryRow(rung, 'Written after the backup')).toBeHidden();
});

test('a damaged journal that was put right by other means opens when looked at again', async ({ rung }) => {
  await makeJournal(rung);
  await rung.restart(() => {
    cpSync(journalOf(rung), `${journalOf(rung)}.elsewhere`);
    breakStart(rung);
  });
  await expect(rung.page.getByRole('heading', { name: 'The journal is damaged' })).toBeVisible();
  renameSync(`${journalOf(rung)}.elsewhere`, journalOf(rung));
  await tabTo(rung, 'Look again');
  await rung.page.keyboard.press('Enter');
  await expect(entryRow(rung, 'Written after the backup')).toBeVisible();
});

test('a journal that may only be read is shown, with a line across the top and none to write on', async ({ rung }) => {
  test.skip(isRoot, 'root may write anywhere');
  await makeJournal(rung);
  await rung.restart(() => chmodSync(journalOf(rung), 0o444));
  const { page } = rung;
  await expect(page.getByRole('region', { name: 'Read only' })).toContainText('may not be written to');
  await expect(entryRow(rung, 'Written before')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'What happened' })).toBeDisabled();
  chmodSync(journalOf(rung), 0o600);
  await tabTo(rung, 'Look again');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Read only' })).toBeHidden();
  await writeEntry(rung, 'Win', 'Written when it could be');
});

async function makeJournal(rung: Rung): Promise<void> {
  await startJournal(rung);
  await writeEntry(rung, 'Win', 'Written before');
  await rung.request('backups.make', {});
  await writeEntry(rung, 'Win', 'Written after the backup');
}

function journalOf({ home }: Rung): string {
  return join(home, 'journal.sqlite');
}

/** The list of tables is gone, and with it the way SQLite finds anything. */
function breakStart(rung: Rung): void {
  const bytes = readFileSync(journalOf(rung));
  bytes.fill(0xa5, 100, PAGE);
  writeFileSync(journalOf(rung), bytes);
}

async function tabTo({ page }: Rung, name: string): Promise<void> {
  const button = page.getByRole('button', { name });
  await expect(button).toBeEnabled();
  for (let presses = 0; presses < 30; presses += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by Tab.`);
}
