import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Rung } from './rung.ts';
import { environmentOf } from './shells.ts';
import { startJournal, writeEntry } from './steps.ts';

/** Copies of the journal, in both shells; what needs the system's dialogs, in the desktop window. */

const PASSPHRASE = 'correct horse battery';
const cli = join(import.meta.dirname, '..', '..', 'out', 'node', 'cli.js');

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

test('a browser says which command encrypts', async ({ rung }) => {
  test.skip(rung.shell !== 'browser');
  await startJournal(rung);
  const { page } = await openSettings(rung);
  await expect(page.getByText('rung backup make --encrypt')).toBeVisible();
  await expect(page.getByText('rung backup place FOLDER')).toBeVisible();
});

test('an encrypted copy made in the window is read by the command, and the other way', async ({ rung }) => {
  test.skip(rung.shell !== 'electron');
  await startJournal(rung);
  await writeAndSee(rung, 'Goes both ways');
  const { page } = await openSettings(rung);
  const [saved, made] = [join(rung.home, 'saved.rung'), join(rung.home, 'made.rung')];
  await answerDialogs(rung, saved);
  await page.getByRole('button', { name: 'Save an encrypted copy…' }).click();
  await typePassphrase(rung, 2);
  await page.getByRole('button', { name: 'Choose where…' }).click();
  await expect(page.getByText('Saved as saved.rung.')).toBeVisible();
  const other = join(rung.home, 'other');
  mkdirSync(other);
  runRung(other, ['backup', 'restore', saved, '--yes']);
  expect(runRung(other, ['list'])).toContain('Goes both ways');

  runRung(other, ['add', 'Written by the command']);
  runRung(other, ['backup', 'make', '--encrypt', '--out', made]);
  await answerDialogs(rung, made);
  await page.getByRole('button', { name: 'Restore from a file…' }).click();
  await page.getByLabel('Passphrase').fill('not this one');
  await page.getByRole('button', { name: 'Choose the file…' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('passphrase does not open');
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Choose the file…' }).click();
  await expect(page.getByText('Comes back: 1 entry that')).toBeVisible();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(async () => expect((await rung.request('entries.list', {})).entries).toHaveLength(2)).toPass();
});

test('a second place is chosen in the window, gets every backup, and is let go of', async ({ rung }) => {
  test.skip(rung.shell !== 'electron');
  await startJournal(rung);
  const { page } = await openSettings(rung);
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  const [inside, stick] = [join(rung.home, 'stick'), mkdtempSync(join(tmpdir(), 'rung-stick-'))];
  mkdirSync(inside);
  // Inside the journal's own folder it would be no second place.
  await answerDialogs(rung, inside);
  await page.getByRole('button', { name: 'Choose a second place…' }).click();
  await expect(page.getByRole('alert')).toContainText('journal’s own');
  expect(readdirSync(inside)).toEqual([]);

  await answerDialogs(rung, stick);
  await page.getByRole('button', { name: 'Choose a second place…' }).click();
  await expect(page.getByText('1 copy.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await expect(page.getByText('2 copies.')).toBeVisible();
  const [own] = readdirSync(stick);
  expect(readdirSync(join(stick, own!)).filter((name) => name.endsWith('.sqlite'))).toHaveLength(2);
  await page.getByRole('button', { name: 'Stop using it' }).click();
  await expect(page.getByRole('button', { name: 'Choose a second place…' })).toBeVisible();
  expect(readdirSync(join(stick, own!))).toHaveLength(4);
  rmSync(stick, { recursive: true });
});

/** A saved entry opens beside the list a moment later, which would lead back from the settings. */
async function writeAndSee(rung: Rung, title: string): Promise<void> {
  await writeEntry(rung, 'Win', title);
  await expect(rung.page.getByRole('article', { name: title })).toBeVisible();
}

async function openSettings(rung: Rung): Promise<Rung> {
  await rung.page.getByRole('link', { name: 'Settings' }).click();
  await expect(rung.page.getByRole('heading', { name: 'Backups' })).toBeVisible();
  return rung;
}

async function typePassphrase(rung: Rung, times: number): Promise<void> {
  await rung.page.getByLabel('Passphrase').fill(PASSPHRASE);
  if (times > 1) await rung.page.getByLabel('Once more').fill(PASSPHRASE);
}

/** The dialogs belong to the system: here they answer at once. */
async function answerDialogs(rung: Rung, path: string): Promise<void> {
  await rung.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** The command, with the passphrase on file 3 for those that ask for one. */
function runRung(home: string, args: string[]): string {
  const key = join(home, 'key');
  if (!existsSync(key)) writeFileSync(key, PASSPHRASE);
  const quoted = [process.execPath, cli, ...args].map((word) => `'${word}'`).join(' ');
  const fd = args[0] === 'backup' ? ' --passphrase-fd 3' : '';
  expect(readFileSync(key, 'utf8')).toBe(PASSPHRASE);
  return execFileSync('sh', ['-c', `${quoted}${fd} 3< '${key}'`], { env: environmentOf(home), encoding: 'utf8' });
}
