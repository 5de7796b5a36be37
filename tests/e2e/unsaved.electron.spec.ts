import Database from 'better-sqlite3';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Rung } from './rung.ts';
import { composer, entryRow, startJournal } from './steps.ts';

/** Text that the journal does not take. */

test('a window with text that could not be saved stays open until it is, and a copy lies elsewhere', async ({
  rung,
}) => {
  test.setTimeout(90_000);
  await startJournal(rung);
  const lock = new Database(join(rung.home, 'journal.sqlite'));
  lock.exec('BEGIN IMMEDIATE');
  await composer(rung).fill('Told nobody else');
  const alert = rung.page.getByRole('form', { name: 'New entry' }).getByRole('alert');
  await expect(alert).toContainText('Not kept as a draft yet.', { timeout: 15_000 });
  const [file] = findRescued(rung);
  await expect(alert).toContainText(`Your text is kept in ${file}.`);
  expect(readFileSync(file!, 'utf8')).toContain('Told nobody else');
  expect(statSync(file!).mode & 0o777).toBe(0o600);

  expect(await closeWith(rung, 'Keep open')).toBe(1);
  const saved = await rung.readSaved(async () => void (await closeWith(rung, 'Save a text file…')));
  expect(saved.text).toMatch(/^# New entry\n[^]*\ntitle: Told nobody else\n/);
  await rung.electron.evaluate(({ app }) => app.quit());
  await expect(composer(rung)).toHaveValue('Told nobody else');

  lock.close();
  await expect(alert).toBeHidden({ timeout: 15_000 });
  expect(findRescued(rung)).toEqual([]);
  await rung.restart();
  await expect(composer(rung)).toHaveValue('Told nobody else');
});

test('a journal’s process that is gone for good costs no text: the window keeps it in a file', async ({ rung }) => {
  test.setTimeout(60_000);
  await startJournal(rung);
  await killJournal(rung, 3);
  await composer(rung).fill('Typed after the end');
  const alert = rung.page.getByRole('form', { name: 'New entry' }).getByRole('alert');
  await expect(alert).toContainText('was not started again');
  const [file] = findRescued(rung);
  await expect(alert).toContainText(file!);
  expect(readFileSync(file!, 'utf8')).toContain('Typed after the end');
  expect(await closeWith(rung, 'Keep open')).toBe(1);
  await rung.killAndStart();
  await composer(rung).fill('Typed after the end');
  await composer(rung).press('Enter');
  await expect(entryRow(rung, 'Typed after the end')).toBeVisible();
  expect(findRescued(rung)).toEqual([]);
});

function findRescued({ home }: Rung): string[] {
  const folder = join(home, 'desktop', 'Rung rescue');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** Closes the journal's window, chooses this button in the dialog, and returns how many windows with the journal there are then. */
async function closeWith({ electron, page }: Rung, button: string): Promise<number> {
  await electron.evaluate(({ dialog }, wanted) => {
    dialog.showMessageBoxSync = ((_window: unknown, { buttons = [] }: { buttons?: string[] }) =>
      buttons.indexOf(wanted)) as typeof dialog.showMessageBoxSync;
  }, button);
  const window = await electron.browserWindow(page);
  await window.evaluate((one) => one.close());
  await page.waitForTimeout(300);
  return electron.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().filter((one) => !one.webContents.getURL().endsWith('#/capture')).length,
  );
}

/** Kills the journal's process, and each that takes its place. */
async function killJournal({ electron }: Rung, times: number): Promise<void> {
  const find = () =>
    electron.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Rung journal')?.pid);
  for (let killed: number | undefined, n = 0; n < times; n += 1) {
    await expect.poll(async () => ![killed, undefined].includes(await find())).toBe(true);
    killed = await find();
    process.kill(killed!, 'SIGKILL');
  }
  await expect.poll(find).toBe(undefined);
}
