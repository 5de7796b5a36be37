import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Rung } from './rung.ts';
import { environmentOf } from './shells.ts';
import { openSettings, startJournal, writeAndSee } from './steps.ts';

// What needs the system's dialogs.

const PASSPHRASE = 'correct horse battery';
const cli = join(import.meta.dirname, '..', '..', 'out', 'node', 'cli.js');

test('an encrypted copy made in the window is read by the command, and the other way', async ({ rung }) => {
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
