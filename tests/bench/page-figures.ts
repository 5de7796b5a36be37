import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { timesToFigure, type Figure } from './measure.ts';

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const KEY_PAUSE_MS = 150;
/** Typed and taken back letter by letter, so that short and long queries both count. */
const WORDS = ['latency', 'ba', 'zygo', 'quicode'];
const ROUNDS = 3;

/** What the page takes in headless Chromium, over the real loopback door; none where there is no Chromium. */
export async function measurePage(journal: string): Promise<Figure[]> {
  const executablePath = CHROMIUMS.find((path) => existsSync(path));
  if (!executablePath) return [];
  const { chromium } = await import('@playwright/test');
  const server = await serve(journal);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await measureIn(browser, server.url);
  } finally {
    await browser.close();
    server.stop();
  }
}

async function measureIn(browser: Browser, url: string): Promise<Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const begin = performance.now();
  await page.goto(url);
  await page.getByRole('region', { name: 'Entries' }).locator('[data-entry]').first().waitFor();
  const opened = performance.now() - begin;
  const keys = await measureKeys(page);
  const frames = await measureScrolling(page);
  return [
    { name: 'page open, first entries seen', own: { p50: opened, p95: opened } },
    timesToFigure('key to painted results', keys, { p50: 25, p95: 50 }),
    timesToFigure('frame while scrolling', frames, { p50: 17, p95: 34 }),
  ];
}

/** From each key to the task after the frame that shows what it changed. */
async function measureKeys(page: Page): Promise<number[]> {
  const search = page.getByRole('searchbox').first();
  await search.click();
  await page.evaluate(watchKeys);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const word of WORDS) {
      for (const letter of word) await press(page, letter);
      for (const _ of word) await press(page, 'Backspace');
    }
  }
  // The first round warms up.
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  return times.slice(times.length / ROUNDS);
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForTimeout(KEY_PAUSE_MS);
}

/** Runs in the page. */
function watchKeys(): void {
  const times: number[] = [];
  let pressedAt = 0;
  let last = 0;
  addEventListener(
    'keydown',
    (event) => {
      if (pressedAt > 0 && last > 0) times.push(last - pressedAt);
      pressedAt = event.timeStamp;
      last = 0;
    },
    true,
  );
  new MutationObserver(() => {
    const key = pressedAt;
    // The task after the next frame: what changed is painted then.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        if (key === pressedAt) last = performance.now();
      });
      port1.start();
      port2.postMessage(null);
    });
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  Object.assign(window, { keyTimes: times });
}

async function measureScrolling(page: Page): Promise<number[]> {
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Entries' }).hover();
  await page.evaluate(() => {
    const frames: number[] = [];
    let before = performance.now();
    const step = () => {
      const now = performance.now();
      frames.push(now - before);
      before = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    Object.assign(window, { frames });
  });
  for (let n = 0; n < 120; n += 1) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => (window as unknown as { frames: number[] }).frames.slice(5));
}

/** The real command serving the journal; resolves with the address it prints. */
async function serve(journal: string): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'cli.js'), 'serve', '--journal', journal]);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url) return { url, stop: () => void child.kill() };
  }
  throw new Error('rung serve ended before it printed an address');
}
