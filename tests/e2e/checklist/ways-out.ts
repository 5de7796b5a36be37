import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerLinks, hostileLinks } from '../desktop-asker.ts';
import { expect } from '../rung.ts';
import { composer } from '../steps.ts';
import { askAsStranger, fuzzDesktop } from './attacks.ts';
import type { Item } from './pages.ts';
import { listContents } from './preferences.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Holes that are known, and the version that closed each. */
const ADVISORIES = { 'CVE-2026-34780': '42.0.0', 'CVE-2026-70610': '42.0.0' };

/** Items 11 to 20: the ways out of a page, and what the app is made of. */
export const wayOutItems: Record<string, Item> = {
  'allowpopups is not used': async ({ page }) => {
    expect(await page.evaluate(() => document.querySelectorAll('webview').length)).toBe(0);
  },

  'webviews are stopped before they are attached': async (rung) => {
    const made = await rung.electron.evaluate(async ({ BrowserWindow, webContents }) => {
      // Even in a window that would allow them.
      const open = new BrowserWindow({ show: false, webPreferences: { webviewTag: true, sandbox: true } });
      await open.loadURL('data:text/html,<webview src="data:text/html,evil" nodeintegration></webview>');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const views = webContents.getAllWebContents().filter((one) => one.getType() === 'webview').length;
      open.destroy();
      return views;
    });
    expect(made).toBe(0);
  },

  'navigation is limited': async (rung) => {
    await composer(rung).fill('A draft nobody may lose');
    const before = await rung.page.evaluate(() => location.href);
    const devtools = await rung.page.context().newCDPSession(rung.page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', {
        type,
        x: 400,
        y: 300,
        data: { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 },
      });
    }
    await rung.page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: 'https://evil.test/',
        textContent: 'evil',
        id: 'evil',
      });
      link.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:99';
      const refresh = Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: '0;url=https://evil.test/',
      });
      const form = Object.assign(document.createElement('form'), { action: 'https://evil.test/', method: 'post' });
      document.head.append(refresh);
      document.body.append(link, form);
      form.submit();
      location.href = 'https://evil.test/';
    });
    await rung.page.mouse.click(10, 5, { button: 'middle' });
    await rung.page.mouse.click(10, 5, { modifiers: ['Control'] } as never);
    await rung.page.mouse.click(10, 5);
    await rung.page.waitForTimeout(400);
    const now = await rung.page.evaluate(() => {
      document.querySelector('#evil')?.remove();
      return {
        href: location.href,
        draft: document.querySelector<HTMLTextAreaElement>('[aria-label="What happened"]')?.value,
      };
    });
    expect(now).toEqual({ href: before, draft: 'A draft nobody may lose' });
    expect((await listContents(rung)).filter((url) => !url.startsWith('app://rung/'))).toEqual([]);
  },

  'new windows are denied': async (rung) => {
    const before = (await listContents(rung)).length;
    const opened = await rung.page.evaluate(() =>
      ['https://evil.test/', 'app://rung/', 'about:blank', 'javascript:1', ''].map((url) => window.open(url) === null),
    );
    expect(opened).toEqual([true, true, true, true, true]);
    expect((await listContents(rung)).length).toBe(before);
  },

  'openExternal takes no address from a stranger': async (rung) => {
    expect(hostileLinks.length).toBeGreaterThanOrEqual(60);
    expect(await answerLinks(rung, 1, hostileLinks)).toEqual({ asked: [], opened: [] });
    const good = ['https://example.com/a', 'mailto:sam@example.com'];
    expect(await answerLinks(rung, 1, good)).toEqual({ asked: good, opened: good });
    expect((await answerLinks(rung, 0, good)).opened).toEqual([]);
  },

  'a current version of Electron': async ({ electron }) => {
    const running = await electron.evaluate(() => process.versions['electron']);
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: { electron: string };
    };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    for (const [advisory, closed] of Object.entries(ADVISORIES)) {
      for (const version of [running, devDependencies.electron]) {
        expect(
          version.localeCompare(closed, 'en', { numeric: true }),
          `${advisory} in ${version}`,
        ).toBeGreaterThanOrEqual(0);
      }
    }
  },

  'the sender of every message is checked': async (rung) => {
    const channels = await rung.electron.evaluate(({ ipcMain }) => [
      // oxlint-disable-next-line no-underscore-dangle
      ...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
      ...ipcMain.eventNames().map(String),
    ]);
    expect(channels.filter((one) => !/^(?:[A-Z_]+|error)$/.test(one)).sort()).toEqual(['rung:connect', 'rung:desktop']);
    expect(new Set(await askAsStranger(rung))).toEqual(new Set(['Only the page of a Rung window may ask this.']));
    expect(await fuzzDesktop(rung, 1_000)).toEqual([]);
  },

  'no file protocol': async ({ page }) => {
    const outcomes = await page.evaluate(() =>
      Promise.all(
        [
          'file:///etc/passwd',
          'app://rung/../../../etc/passwd',
          'app://rung/..%2f..%2fetc/passwd',
          'app://rung/%2e%2e%5cpasswd',
          'app://rung//etc/passwd',
          'app://rung/a%00b.js',
          'app://rung/package.json',
        ].map((url) =>
          fetch(url).then(
            async (answer) => `${answer.status} ${(await answer.text()).includes('root:')}`,
            () => 'refused',
          ),
        ),
      ),
    );
    expect(outcomes).toEqual(['refused', ...Array.from({ length: 6 }, () => '404 false')]);
  },

  'the fuses are set': async () => {
    // What the finished binary says of them is read in app.package.ts.
    const [, block = ''] = readFileSync(join(root, 'electron-builder.yml'), 'utf8').split('electronFuses:\n');
    const fuses = Object.fromEntries(
      [...block.split('\n\n')[0]!.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, is]) => [name, is === 'true']),
    );
    expect(fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  },

  'no Electron API reaches the page': async ({ page }) => {
    const reached = await page.evaluate(() => {
      const seen = new Set<unknown>();
      const walk = (value: unknown, path: string): string[] => {
        if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return [];
        seen.add(value);
        const own = Object.getOwnPropertyNames(value).filter(
          (name) => !['length', 'name', 'prototype', 'arguments', 'caller'].includes(name),
        );
        return own.flatMap((name) => [
          `${path}.${name}`,
          ...walk((value as Record<string, unknown>)[name], `${path}.${name}`),
        ]);
      };
      return walk((window as unknown as { rung: object }).rung, 'rung');
    });
    expect(reached).toEqual(['rung.request', 'rung.desktop', 'rung.onCommand']);
  },
};
