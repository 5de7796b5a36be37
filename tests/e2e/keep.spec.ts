import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test, type Rung } from './rung.ts';
import { environmentOf } from './shells.ts';
import { entryRow, startJournal, writeEntry } from './steps.ts';

/** Nothing written is lost, whoever else writes. */

const cli = join(import.meta.dirname, '..', '..', 'out', 'node', 'cli.js');

test('an entry that the command changes while it is being edited keeps both texts', async ({ rung }) => {
  const id = await openForEditing(rung, 'First wording');
  runRung(rung, 'edit', id, '--title', 'Worded by the command');
  await title(rung).fill('Worded in the app');
  await title(rung).press('Control+Enter');
  const dialog = rung.page.getByRole('dialog', { name: 'Changed here and elsewhere' });
  await expect(dialog.getByRole('region', { name: 'Title' })).toContainText(/Yours.*app.*The other.*command/);
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(entryRow(rung, 'Worded in the app')).toBeVisible();
  const titles = (await rung.request('entries.history', { id })).map(({ content }) => content.title);
  expect(new Set(titles)).toEqual(new Set(['Worded in the app', 'Worded by the command', 'First wording']));
});

test('what the command adds appears in the window by itself', async ({ rung }) => {
  await startJournal(rung);
  runRung(rung, 'add', 'helped @maria with the flaky tests #platform yesterday');
  await expect(entryRow(rung, /with the flaky tests/)).toBeVisible();
});

test('an earlier version is seen beside the newer one, and brought back', async ({ rung }) => {
  const id = await openForEditing(rung, 'Chose an outbox');
  await title(rung).fill('Chose a queue');
  await title(rung).press('Control+Enter');
  await expect(entryRow(rung, 'Chose a queue')).toBeVisible();
  await rung.page.getByRole('button', { name: /2 versions/ }).click();
  await expect(rung.page.getByRole('heading', { name: 'History' })).toBeVisible();
  await rung.page.keyboard.press('ArrowDown');
  await rung.page.keyboard.press('b');
  await expect(entryRow(rung, 'Chose an outbox')).toBeVisible();
  expect((await rung.request('entries.history', { id })).map(({ content }) => content.title)).toEqual([
    'Chose an outbox',
    'Chose a queue',
    'Chose an outbox',
  ]);
});

test('an entry goes to the trash and comes back whole by Undo', async ({ rung }) => {
  await startJournal(rung);
  await writeEntry(rung, 'Win', 'Not to be lost');
  await entryRow(rung, 'Not to be lost').focus();
  await rung.page.keyboard.press('Delete');
  await expect(entryRow(rung, 'Not to be lost')).toBeHidden();
  await rung.page.getByRole('button', { name: 'Undo' }).click();
  await expect(entryRow(rung, 'Not to be lost')).toBeVisible();
});

/** Writes an entry and opens it for editing; its id. */
async function openForEditing(rung: Rung, text: string): Promise<string> {
  await startJournal(rung);
  await writeEntry(rung, 'Win', text);
  await entryRow(rung, text).focus();
  await rung.page.keyboard.press('e');
  await expect(title(rung)).toBeVisible();
  const { entries } = await rung.request('entries.list', {});
  return entries[0]!.id;
}

function title({ page }: Rung) {
  return page.getByRole('form', { name: 'Edit entry' }).getByLabel('Title', { exact: true });
}

function runRung({ home }: Rung, ...args: string[]): void {
  execFileSync(process.execPath, [cli, ...args], { env: environmentOf(home) });
}
