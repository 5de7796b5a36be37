import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './rung.ts';
import { openSettings, startJournal, writeAndSee } from './steps.ts';

test('a backup is made, looked at and restored by keyboard, and the window goes on with it', async ({ rung }) => {
  await startJournal(rung);
  await writeAndSee(rung, 'In the backup');
  const { page } = await openSettings(rung);
  await page.getByRole('button', { name: 'Make a backup now' }).press('Enter');
  await expect(page.getByText('A backup of 1 entry was made and checked.')).toBeVisible();
  await rung.request('entries.create', { kind: 'win', title: 'Since the backup', occurredOn: '2026-09-14' });
  await page.getByRole('button', { name: /^Restore… the backup of/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Restore this backup' });
  await expect(dialog.getByText('Goes: 1 entry written since.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Restore' }).press('Enter');
  const done = page.getByRole('dialog', { name: 'The backup is in place' });
  await expect(done.getByText(/journal\.sqlite\.replaced-/)).toBeVisible();
  await done.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('link', { name: 'Journal' }).click();
  await expect(page.getByText('In the backup')).toBeVisible();
  await expect(page.getByText('Since the backup')).toBeHidden();
  expect(readdirSync(rung.home).filter((name) => name.includes('.replaced-'))).toHaveLength(1);
});

test('a restore is refused in words while another program has the journal open', async ({ rung }) => {
  await startJournal(rung);
  const { page } = await openSettings(rung);
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await page.getByRole('button', { name: /^Restore… the backup of/ }).click();
  const { default: Database } = await import('better-sqlite3');
  const other = new Database(join(rung.home, 'journal.sqlite'));
  other.prepare('SELECT count(*) FROM entries').get();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('is open in another program');
  other.close();
  expect(readdirSync(rung.home).filter((name) => /replaced|arriving/.test(name))).toEqual([]);
});
