import { expect, test, type Rung } from './rung.ts';
import { composer, startJournal } from './steps.ts';

test('a draft survives a page that was killed', async ({ rung }) => {
  await startJournal(rung);
  await composer(rung).pressSequentially('half a sentence');
  await rung.page.waitForTimeout(1_000);
  const pid = await readPid(rung);
  process.kill(pid!, 'SIGKILL');
  await expect.poll(async () => ![pid, 0].includes(await readPid(rung))).toBe(true);
  await expect.poll(() => readLine(rung)).toBe('half a sentence');
});

/** The process of the journal's page. */
function readPid({ electron }: Rung): Promise<number | undefined> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => !window.webContents.getURL().endsWith('#/capture'))
      ?.webContents.getOSProcessId(),
  );
}

/** What stands on the composer's line, asked through the main process: the driver loses sight of a page that was killed. */
function readLine({ electron }: Rung): Promise<unknown> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => !window.webContents.getURL().endsWith('#/capture'))
      ?.webContents.executeJavaScript(`document.querySelector('textarea')?.value`),
  ) as Promise<unknown>;
}
