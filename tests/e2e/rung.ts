import { test as base, expect, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Send } from '../../shared/contract/client.ts';
import type { Input, Method, Output } from '../../shared/contract/contract.ts';
import { replyToValue, type Reply } from '../../shared/contract/errors.ts';
import { openBrowser, openElectron, readAskedAddresses, type Run, type Shell } from './shells.ts';

/** The app on a home of its own. */
export interface Rung {
  shell: Shell;
  home: string;
  readonly page: Page;
  /** The desktop window's main process. Throws in a browser. */
  readonly electron: ElectronApplication;
  /** Asks from within the page, through the door the page uses. */
  send: Send;
  /** The same, typed; rejects when the journal refuses. */
  request<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Quits as a user does, and starts again; in between, something may happen to the files. */
  restart(meanwhile?: () => void): Promise<void>;
  /** Kills the app as a power cut does, and starts again. */
  killAndStart(): Promise<void>;
  /** Does what saves a file and reads the file back from the disk. */
  readSaved(act: () => Promise<void>): Promise<{ name: string; text: string }>;
}

export const test = base.extend<{ shell: Shell; rung: Rung }>({
  shell: ['electron', { option: true }],
  rung: async ({ shell, browser }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'rung-e2e-'));
    const open = () => (shell === 'electron' ? openElectron(home) : openBrowser(home, browser));
    let run = await open();
    await use({
      shell,
      home,
      get page() {
        return run.page;
      },
      get electron() {
        return electronOf(run);
      },
      send: (method, input) => ask(run.page, method, input),
      request: async (method, input) =>
        replyToValue((await ask(run.page, method, input)) as Reply<Output<typeof method>>),
      restart: async (meanwhile) => {
        await run.quit();
        meanwhile?.();
        run = await open();
      },
      killAndStart: async () => {
        await run.kill();
        run = await open();
      },
      readSaved: (act) =>
        shell === 'electron' ? readFromDialog(electronOf(run), home, act) : readDownload(run.page, act),
    });
    await run.quit();
    if (shell === 'electron') expect(readAskedAddresses(home), 'web addresses that were asked for').toEqual([]);
    rmSync(home, { recursive: true, force: true });
  },
});

export { expect };

function electronOf({ electron }: Run): ElectronApplication {
  if (!electron) throw new Error('There is no main process in a browser.');
  return electron;
}

function ask(page: Page, method: string, input: unknown): Promise<Reply> {
  return page.evaluate(
    async ([name, given]) => {
      const { rung } = window as Window & { rung?: { request(method: string, input: unknown): Promise<unknown> } };
      if (rung) return (await rung.request(name, given)) as never;
      const answer = await fetch(`/rpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-rung': '1' },
        body: JSON.stringify(given),
      });
      return (await answer.json()) as never;
    },
    [method, input] as const,
  );
}

/** The save dialog belongs to the system: here it answers at once, with a place in the test's home. */
async function readFromDialog(electron: ElectronApplication, home: string, act: () => Promise<void>) {
  const path = join(home, 'saved.md');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await act();
  await expect(() => readFileSync(path)).toPass();
  return { name: 'saved.md', text: readFileSync(path, 'utf8') };
}

async function readDownload(page: Page, act: () => Promise<void>) {
  const coming = page.waitForEvent('download');
  await act();
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}
