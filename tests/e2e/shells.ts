import { _electron, chromium, type Browser, type ElectronApplication, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

/** The window around the page. */
export type Shell = 'electron' | 'browser';

/** One run of the app, from its start to its end. */
export interface Run {
  page: Page;
  /** The main process; null in a browser. */
  electron: ElectronApplication | null;
  /** Ends the app as a user does. */
  quit(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

/** What Electron writes about every request it makes. */
export function netLogOf(home: string): string {
  return join(home, 'net-log.json');
}

/** As root Electron starts only without its sandbox, and then nothing can be said about the sandbox. */
export const isRoot = process.getuid?.() === 0;

/** The environment of an app whose home is this folder. Every answer is checked against the contract. */
export function environmentOf(home: string): Record<string, string> {
  const given = Object.entries(process.env).filter((one): one is [string, string] => one[1] !== undefined);
  // Text that the journal does not take goes to the user's home folder, which is the test's own.
  const user = join(home, 'desktop');
  return { ...Object.fromEntries(given), RUNG_HOME: home, HOME: user, USERPROFILE: user, RUNG_CHECKS_OUTPUT: '1' };
}

/** Opens the desktop window on a home. */
export async function openElectron(home: string): Promise<Run> {
  // No executablePath: only with the binary it finds by itself does Playwright hold the app back until it is attached.
  const electron = await _electron.launch({
    chromiumSandbox: !isRoot,
    args: [`--log-net-log=${netLogOf(home)}`, '--net-log-capture-mode=Everything', root],
    env: environmentOf(home),
  });
  const child = electron.process();
  return {
    page: await electron.firstWindow(),
    electron,
    quit: () => electron.close(),
    kill: () => kill(child),
  };
}

/** Serves the same home to a browser and opens its page there. */
export async function openBrowser(home: string, browser: Browser): Promise<Run> {
  const { child, url } = await serve(home);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  // Whoever asks before the page has handed in its token is a stranger.
  const entered = page.waitForResponse((response) => response.url().endsWith('/session'));
  await page.goto(url);
  await entered;
  return {
    page,
    electron: null,
    quit: async () => {
      // As a user does: the page first, then the server in the terminal.
      await page.close({ runBeforeUnload: true });
      await setTimeout(200);
      await context.close();
      await kill(child, 'SIGINT');
    },
    kill: async () => {
      await kill(child);
      await context.close();
    },
  };
}

/** Starts `rung serve` and waits for the address it prints. */
export async function serve(home: string): Promise<{ child: ChildProcess; url: string }> {
  const cli = join(root, 'out', 'node', 'cli.js');
  const child = spawn(process.execPath, [cli, 'serve'], {
    env: environmentOf(home),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url) return { child, url };
  }
  throw new Error('rung serve ended without an address.');
}

/** Milliseconds a page that has its title needs for the rest. */
const LOADING = 1_000;

/**
 * Takes hold of an app by the debugger of its pages, once both its windows are there and loaded: Playwright waits for ever
 * for a page that was loading when it came.
 */
export async function connect(address: string): Promise<{ browser: Browser; page: Page }> {
  const list = `http://${new URL(address).host}/json/list`;
  while ((await countTitled(list)) < 2) await setTimeout(200);
  await setTimeout(LOADING);
  const browser = await chromium.connectOverCDP(address);
  const page = browser
    .contexts()[0]
    ?.pages()
    .find((one) => !one.url().endsWith('#/capture'));
  if (!page) throw new Error('The journal has no window.');
  return { browser, page };
}

async function countTitled(list: string): Promise<number> {
  const targets = (await (await fetch(list)).json()) as { type: string; title: string }[];
  return targets.filter(({ type, title }) => type === 'page' && title !== '').length;
}

/** Ends a process and waits until it is gone. */
export async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Every web address that Electron asked for, from its own log. */
export function readAskedAddresses(home: string): string[] {
  return readFileSync(netLogOf(home), 'utf8').match(/\b(?:https?|wss?|ftp):\/\/[^"\\\s]+/g) ?? [];
}
