import { expect, type Rung } from '../rung.ts';

/** What Electron says of every page of Rung. Nothing else is on. */
export const PREFERENCES = {
  allowRunningInsecureContent: false,
  contextIsolation: true,
  enableBlinkFeatures: '',
  experimentalFeatures: false,
  javascript: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
};

/** The address of every page there is. */
export async function listContents({ electron }: Rung): Promise<string[]> {
  return electron.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()));
}

/** What every page is made with: what is pinned above, and whatever else is on. */
export async function readPreferences({ electron }: Rung): Promise<object[]> {
  const all = await electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((one) => (one as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()),
  );
  return all.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name, value]) => name in PREFERENCES || value === true)),
  );
}

/** Fails unless every page is made so. */
export async function expectPreference(rung: Rung, wanted: Record<string, unknown>): Promise<void> {
  for (const one of await readPreferences(rung)) expect(one).toMatchObject(wanted);
}
