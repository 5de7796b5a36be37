import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf, openElectron } from '../e2e/shells.ts';

const root = join(import.meta.dirname, '..', '..');
const pictures = join(root, 'resources', 'screenshots');
const size = { width: 1280, height: 800 };

test('pictures of every page in both colour schemes', async () => {
  const home = mkdtempSync(join(tmpdir(), 'rung-pictures-'));
  execFileSync(process.execPath, [join(root, 'out', 'node', 'cli.js'), 'demo'], { env: environmentOf(home) });
  mkdirSync(pictures, { recursive: true });
  const { page, electron, quit } = await openElectron(home);
  const window = await electron?.browserWindow(page);
  await window?.evaluate((opened, { width, height }) => opened.setContentSize(width, height), size);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await takeJournal(page, colorScheme);
    await takeCriteria(page, colorScheme);
    await takePacket(page, colorScheme);
  }
  await quit();
  rmSync(home, { recursive: true, force: true });
});

async function takeJournal(page: Page, colours: string): Promise<void> {
  await page.getByRole('link', { name: 'Journal' }).click();
  // The first entry that shows what an entry can hold.
  const telling = page
    .getByRole('region', { name: 'Entries' })
    .locator('button[data-entry]', { hasText: /Leading projects|Hard problems/ });
  await telling.first().click();
  await page.getByRole('heading', { name: 'This week' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible();
  await take(page, `journal-${colours}`);
}

async function takeCriteria(page: Page, colours: string): Promise<void> {
  await page.getByRole('link', { name: 'Criteria' }).click();
  await page.getByRole('region', { name: 'Mentorship' }).getByRole('button').first().click();
  await expect(page.getByRole('heading', { name: 'Where it stands' })).toBeVisible();
  await take(page, `criteria-${colours}`);
}

async function takePacket(page: Page, colours: string): Promise<void> {
  await page.getByRole('link', { name: 'Packet' }).click();
  await expect(page.getByRole('region', { name: 'Preview' }).getByRole('heading').first()).toBeVisible();
  await take(page, `packet-${colours}`);
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}
