import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type Rung } from './rung.ts';
import { environmentOf, isRoot } from './shells.ts';
import { entryRow, startJournal } from './steps.ts';

/** Quick capture, by every way that opens it. */

/** Milliseconds until the line can be typed on; measured well below, asserted with room for a slow machine. */
const OPENS_WITHIN = 1_500;
const KEY = 'CommandOrControl+Shift+Space';

test('a line written over other programs is in the journal, by the key alone', async ({ rung }) => {
  await startJournal(rung);
  await setPreferences(rung, { captureKey: KEY });
  const capture = await findCapture(rung);
  const before = Date.now();
  pressKey('ctrl+shift+space');
  await expect.poll(() => isShown(rung), { intervals: [10] }).toBe(true);
  await expect(capture.getByRole('textbox', { name: 'What happened' })).toBeFocused();
  const opened = Date.now() - before;
  test.info().annotations.push({ type: 'quick capture opened within', description: `${opened} ms` });
  expect(opened).toBeLessThan(OPENS_WITHIN);
  await capture.keyboard.type('helped @maria untangle the flaky auth tests ~45m');
  await capture.keyboard.press('Enter');
  await expect.poll(() => isShown(rung)).toBe(false);
  await expect(entryRow(rung, /untangle the flaky auth tests/)).toBeVisible();
});

test('Escape keeps the line, and the next opening shows it, also after the page and the app were killed', async ({
  rung,
}) => {
  await startJournal(rung);
  await openFromMenu(rung);
  const line = (await findCapture(rung)).getByRole('textbox', { name: 'What happened' });
  await line.pressSequentially('half a thought');
  await line.press('Escape');
  await expect.poll(() => isShown(rung)).toBe(false);
  await openFromMenu(rung);
  await expect(line).toHaveValue('half a thought');
  await expect(line).toBeFocused();

  await line.pressSequentially(' and more');
  await expect.poll(() => readDraft(rung)).toContain('half a thought and more');
  await killCapture(rung);
  await expect.poll(() => lineIn(rung)).toBe('half a thought and more');

  await rung.killAndStart();
  await openFromMenu(rung);
  await expect.poll(() => lineIn(rung)).toBe('half a thought and more');
});

test('a second start with --capture opens the line in the app that runs', async ({ rung }) => {
  await startJournal(rung);
  await findCapture(rung);
  const second = startAgain(rung, ['--capture']);
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(() => isShown(rung)).toBe(true);
});

test('the icon’s menu logs, opens and quits; the window may close and Rung stay ready', async ({ rung }) => {
  await startJournal(rung);
  const state = await setPreferences(rung, { hasTray: true, keepsRunning: true });
  expect(state).toMatchObject({ ok: true, value: { trayProblem: null, preferences: { hasTray: true } } });
  const kept = JSON.parse(readFileSync(join(rung.home, 'desktop', 'preferences.json'), 'utf8')) as unknown;
  expect(kept).toEqual({ captureKey: null, hasTray: true, keepsRunning: true });

  await findCapture(rung);
  await rung.page.close();
  await openFromMenu(rung);
  await expect.poll(() => isShown(rung)).toBe(true);
});

test('the capture window has every restriction of the journal’s window', async ({ rung }) => {
  await startJournal(rung);
  const capture = await findCapture(rung);
  const preferences = await rung.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity, preload } = (
        contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity, preload };
    }),
  );
  expect(preferences.length).toBe(2);
  expect(preferences[0]).toEqual(preferences[1]);
  expect(
    await capture.evaluate(() => ({
      bridge: Object.keys((window as unknown as { rung: object }).rung).toSorted(),
      require: typeof (window as unknown as { require: unknown }).require,
    })),
  ).toEqual({ bridge: ['desktop', 'onCommand', 'request'], require: 'undefined' });
});

test('a key that cannot be had is refused in words, and one that never comes is said so', async ({ rung }) => {
  await startJournal(rung);
  expect(await setPreferences(rung, { captureKey: 'Shift+A' })).toMatchObject({
    ok: false,
    error: { code: 'invalid', message: expect.stringContaining('more than Shift') },
  });
  await rung.electron.evaluate(({ globalShortcut }) => {
    globalShortcut.register = () => false;
  });
  expect(await setPreferences(rung, { captureKey: KEY })).toMatchObject({
    ok: true,
    value: { keyProblem: expect.stringContaining('has Ctrl + Shift + Space already') },
  });
});

/** The page of the capture window, which is made behind the journal's. */
async function findCapture({ electron }: Rung): Promise<Page> {
  const find = () => electron.windows().find((page) => page.url().endsWith('#/capture'));
  await expect.poll(() => find() !== undefined).toBe(true);
  await find()!.waitForLoadState();
  await expect(find()!.getByRole('textbox', { name: 'What happened' })).toBeAttached();
  return find()!;
}

/** What stands on the line, asked through the main process: the driver loses sight of a page that was killed. */
async function lineIn({ electron }: Rung): Promise<unknown> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().endsWith('#/capture'))
      ?.webContents.executeJavaScript(`document.querySelector('textarea')?.value`),
  );
}

function isShown({ electron }: Rung): Promise<boolean> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.webContents.getURL().endsWith('#/capture') && window.isVisible(),
    ),
  );
}

async function openFromMenu(rung: Rung): Promise<void> {
  await expect.poll(() => lineIn(rung)).toBeDefined();
  await rung.electron.evaluate(({ Menu }) => {
    const all = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
    all.find((line) => line.label === 'Quick Capture')?.click();
  });
  await expect.poll(() => isShown(rung)).toBe(true);
}

/** Kills the page's process and waits until another has taken its place. */
async function killCapture({ electron }: Rung): Promise<void> {
  const findPid = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().endsWith('#/capture'))
        ?.webContents.getOSProcessId(),
    );
  const pid = await findPid();
  process.kill(pid!, 'SIGKILL');
  await expect.poll(async () => ![pid, 0].includes(await findPid())).toBe(true);
}

async function readDraft(rung: Rung): Promise<string> {
  return JSON.stringify(await rung.request('drafts.get', { place: 'capture' }));
}

function setPreferences({ page }: Rung, part: object): Promise<unknown> {
  const preferences = { captureKey: null, hasTray: false, keepsRunning: false, ...part };
  return page.evaluate((input) => {
    const { rung } = window as unknown as { rung: { desktop(method: string, input: unknown): Promise<unknown> } };
    return rung.desktop('preferences.save', input);
  }, preferences);
}

function pressKey(keys: string): void {
  execFileSync('xdotool', ['key', '--clearmodifiers', keys]);
}

function startAgain({ home }: Rung, args: string[]): ChildProcess {
  const binary = createRequire(import.meta.url)('electron') as string;
  const root = join(import.meta.dirname, '..', '..');
  return spawn(binary, [...(isRoot ? ['--no-sandbox'] : []), root, ...args], {
    env: environmentOf(home),
    stdio: 'ignore',
  });
}
