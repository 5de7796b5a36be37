import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, type Rung } from './rung.ts';
import { environmentOf, isRoot } from './shells.ts';
import { composer, entryRow, startJournal, writeEntry } from './steps.ts';

/** What a user expects of a window. */

test('the packet can be copied', async ({ rung }) => {
  await startJournal(rung);
  await rung.request('entries.create', { kind: 'win', title: 'Halved the build time', visibility: 'shareable' });
  await rung.page.getByRole('link', { name: 'Packet' }).click();
  await expect(rung.page.getByRole('region', { name: 'Preview' })).toContainText('Halved the build time');
  await rung.page.getByRole('button', { name: 'Copy', exact: true }).click();
  const copied = () => rung.electron.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('Halved the build time');
});

test('a second start shows the first window and changes nothing', async ({ rung }) => {
  await startJournal(rung);
  await writeEntry(rung, 'Win', 'Written before the second start');
  const before = hashFiles(rung.home);
  const binary = createRequire(import.meta.url)('electron') as string;
  const root = join(import.meta.dirname, '..', '..');
  const second = spawn(binary, [...(isRoot ? ['--no-sandbox'] : []), root], {
    env: environmentOf(rung.home),
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  expect(hashFiles(rung.home)).toEqual(before);
  await expect(entryRow(rung, 'Written before the second start')).toBeVisible();
});

test('the journal’s process may die: it is started again, and nothing typed is lost', async ({ rung }) => {
  await startJournal(rung);
  await composer(rung).fill('Typed before the crash');
  await rung.page.waitForTimeout(600);
  const [pid] = await journalProcesses(rung);
  process.kill(pid!, 'SIGKILL');
  await expect.poll(async () => (await journalProcesses(rung))[0] !== pid).toBe(true);
  await composer(rung).press('Enter');
  await expect(composer(rung)).toHaveValue('');
  await expect(entryRow(rung, 'Typed before the crash')).toBeVisible();
});

test('the window comes back where it was, but never out of sight', async ({ rung }) => {
  const bounds = { x: 40, y: 30, width: 900, height: 600 };
  const findWindow = () => rung.electron.browserWindow(rung.page);
  const getBounds = async () => (await findWindow()).evaluate((window) => window.getBounds());
  await (await findWindow()).evaluate((window, to) => window.setBounds(to), bounds);
  await rung.restart();
  expect(await getBounds()).toMatchObject({ width: 900, height: 600 });
  const place = { bounds: { ...bounds, x: 9_000, y: 9_000 }, isMaximized: false };
  await rung.restart(() => writeFileSync(join(rung.home, 'desktop', 'window.json'), JSON.stringify(place)));
  expect((await getBounds()).x).toBeLessThan(2_000);
});

test('the menu leads to the pages', async ({ rung }) => {
  await startJournal(rung);
  for (const [menuName, heading] of [
    ['Criteria', 'Criteria'],
    ['Packet', 'Packet'],
  ] as const) {
    await clickMenu(rung, menuName);
    await expect(rung.page.getByRole('heading', { name: heading, level: 1 })).toBeAttached();
    await expect(rung.page.getByRole('link', { name: heading })).toHaveAttribute('aria-current', 'page');
  }
});

test('New Entry puts the cursor on the line, from every page', async ({ rung }) => {
  await startJournal(rung);
  for (const page of ['Journal', 'Criteria', 'Packet']) {
    await clickMenu(rung, page);
    await expect(rung.page.getByRole('link', { name: page })).toHaveAttribute('aria-current', 'page');
    await clickMenu(rung, 'New Entry');
    await expect(composer(rung)).toBeFocused();
  }
});

function journalProcesses({ electron }: Rung): Promise<number[]> {
  return electron.evaluate(({ app }) =>
    app.getAppMetrics().flatMap(({ name, pid }) => (name === 'Rung journal' ? [pid] : [])),
  );
}

async function clickMenu({ electron }: Rung, label: string): Promise<void> {
  await electron.evaluate(({ Menu }, wanted) => {
    const all = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
    all.find((line) => line.label === wanted)?.click();
  }, label);
}

/** Every file of the home that is the user's: not the window's own profile, nor SQLite's shared memory. */
function hashFiles(home: string): string[] {
  return readdirSync(home)
    .filter((name) => !/^(?:desktop|net-log\.json|.*-shm)$/.test(name))
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(home, name)))
          .digest('hex')}`,
    );
}
