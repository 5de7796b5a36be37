import { chromium, expect, test } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { hostileDrafts, hostileTexts } from '../hostile/hostile-texts.ts';
import { connect, environmentOf, isRoot, kill, openElectron, serve } from './shells.ts';

/**
 * A tour of everything, to be run where packets are counted (tests/silence/count-packets.sh). What it asserts itself is only
 * that it took place: the count says the rest. RUNG_TOUR: the seconds it lasts at least.
 */

const end = Date.now() + Number(process.env['RUNG_TOUR'] ?? 60) * 1_000;
const cli = join(import.meta.dirname, '..', '..', 'out', 'node', 'cli.js');
const packaged = process.env['RUNG_PACKAGED'];

let home = '';
test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rung-tour-'));
});
test.afterEach(() => rmSync(home, { recursive: true, force: true }));
test.describe.configure({ mode: 'serial', timeout: 900_000 });

test('the command', () => {
  runRung(['add', 'helped @maria untangle https://evil.test/ #platform yesterday']);
  runRung(['add', '--json', '-'], JSON.stringify(hostileDrafts(hostileTexts)));
  for (const args of [
    ['list'],
    ['find', 'evil'],
    ['coverage'],
    ['criteria'],
    ['backup', 'make'],
    ['doctor'],
    ['--help'],
  ]) {
    expect(runRung(args).length).toBeGreaterThan(0);
  }
  expect(runRung(['export', '--audience', 'self'])).toContain('https://evil.test');
});

test('browser mode', async () => {
  const { child, url } = await serve(home);
  const rules = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  const executablePath = test.info().project.use.launchOptions?.executablePath;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [rules, '--disable-background-networking', '--no-pings'],
  });
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Start an empty journal' }).click();
  await page.getByRole('textbox', { name: 'What happened' }).fill('Shown in a browser');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1_000);
  for (const hash of ['#/criteria', '#/packet', '#/settings', '#/journal']) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.waitForTimeout(500);
  }
  await browser.close();
  await kill(child, 'SIGINT');
});

test('the finished app', async () => {
  test.skip(packaged === undefined, 'needs RUNG_PACKAGED');
  const child = spawn(packaged!, [...(isRoot ? ['--no-sandbox'] : []), '--remote-debugging-port=0'], {
    env: environmentOf(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let address: string | undefined;
  for await (const line of createInterface({ input: child.stderr })) {
    address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) break;
  }
  child.stderr.resume();
  const { page } = await connect(address!);
  await page.getByRole('button', { name: 'Start an empty journal' }).click();
  await page.getByRole('textbox', { name: 'What happened' }).fill('Written in the finished app');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(20_000);
  await kill(child, 'SIGTERM');
});

test('the app', async () => {
  let run = await openElectron(home);
  await run.page.getByRole('button', { name: 'Start an empty journal' }).click();
  await expect(run.page.getByRole('textbox', { name: 'What happened' })).toBeVisible();
  await run.page.evaluate(async (drafts) => {
    const { rung } = window as unknown as { rung: { request(method: string, input: unknown): Promise<unknown> } };
    await rung.request('entries.createMany', drafts);
  }, hostileDrafts(hostileTexts));
  for (let round = 0; round === 0 || Date.now() < end; round++) {
    const { page, electron } = run;
    const line = page.getByRole('textbox', { name: 'What happened' });
    await line.fill(`Round ${round}: helped @maria with teh misspelled wrods #platform`);
    await line.press('Enter');
    await page.waitForTimeout(1_000);
    const ids = await page.evaluate(async () => {
      const { rung } = window as unknown as {
        rung: { request(method: string, input: unknown): Promise<{ value: { entries: { id: string }[] } }> };
      };
      return (await rung.request('entries.list', { limit: 20 })).value.entries.map(({ id }) => id);
    });
    for (const hash of [
      'criteria',
      'criteria/mentoring',
      'packet',
      'settings',
      ...ids.slice(0, 8).map((id) => `journal/${id}`),
    ]) {
      await page.evaluate((to) => (location.hash = `#/${to}`), hash);
      await page.waitForTimeout(700);
    }
    await page.keyboard.press('/');
    await page.keyboard.type('evil');
    await page.waitForTimeout(500);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('map');
    await page.keyboard.press('Escape');
    await page.evaluate(() =>
      (window as unknown as { rung: { desktop(method: string, input: unknown): Promise<unknown> } }).rung.desktop(
        'capture.open',
        {},
      ),
    );
    await page.waitForTimeout(1_000);
    await electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
    await page.waitForTimeout(1_500);
    // A crash, and the start after it.
    await run.kill();
    run = await openElectron(home);
    await expect(run.page.getByRole('textbox', { name: 'What happened' })).toBeVisible();
  }
  await run.quit();
});

function runRung(args: string[], input = ''): string {
  return execFileSync(process.execPath, [cli, ...args], { env: environmentOf(home), input, encoding: 'utf8' });
}
