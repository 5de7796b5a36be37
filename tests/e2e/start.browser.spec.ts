import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentOf, kill } from './shells.ts';

/** `npm start` where there can be no window, and `npm run demo`. */

const root = join(import.meta.dirname, '..', '..');
const BROWSER_MODE = 'Rung opens in your browser instead of its own window: ';

let home = '';
test.beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'rung-start-')), 'home');
});
test.afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }));

test('says in one line why there is no window, and serves the page instead', async () => {
  const lines = await startUntilAddress([], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  expect(lines).toEqual([
    `${BROWSER_MODE}there is no display.`,
    expect.stringMatching(/http:\/\/127\.0\.0\.1:\d+\/#token=/),
  ]);
});

test('does so where Electron is missing or not whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rung-no-electron-'));
  const lines = await startUntilAddress([], { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder });
  rmSync(folder, { recursive: true });
  expect(lines[0]).toBe(`${BROWSER_MODE}Electron could not be downloaded.`);
});

test('opens the demo in a home of its own', async () => {
  const lines = await startUntilAddress(['--browser', '--demo']);
  expect(lines.at(-1)).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#token=/);
  expect(existsSync(join(`${home}-demo`, 'journal.sqlite'))).toBe(true);
  expect(existsSync(home)).toBe(false);
});

/** Starts, reads to the line with the address, ends it as Ctrl+C does, and sees that nothing is left listening. */
async function startUntilAddress(args: string[], env: Record<string, string> = {}): Promise<string[]> {
  const child = spawn(process.execPath, [join(root, 'electron', 'start', 'start.ts'), ...args], {
    // No browser is opened on whoever runs the tests.
    env: { ...environmentOf(home), ...env, BROWSER: 'true', PATH: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line.includes('#token=')) break;
  }
  await kill(child, 'SIGINT');
  const address = /http:\/\/[^/]+/.exec(lines.at(-1) ?? '')?.[0] ?? '';
  await expect(fetch(address)).rejects.toThrow('fetch failed');
  return lines;
}
