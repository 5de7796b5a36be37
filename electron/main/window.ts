import { app, BrowserWindow, nativeTheme } from 'electron';
import { join } from 'node:path';
import type { Command } from '../../shared/contract/desktop-contract.ts';
import { holdOpen } from './hold-open.ts';
import { ORIGIN } from './origin.ts';
import { keepPlace, readPlace } from './window-place.ts';

/** The page's own background in each theme, so that nothing flashes before it is drawn. */
const paper = { light: '#fbfaf7', dark: '#13161c' };

/** Milliseconds in which a second crash is left alone. */
const CRASH_PAUSE = 10_000;
let lastCrash = 0;
/** The journal's window, while it is there. Quick capture has one of its own. */
let main: BrowserWindow | undefined;

/** What every page of Rung may do, whichever window it is in. */
export function pagePreferences(): Electron.WebPreferences {
  return {
    preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: process.platform === 'darwin',
    devTools: !app.isPackaged,
  };
}

/** The page's ground in the theme of the moment. */
export function paperColour(): string {
  return nativeTheme.shouldUseDarkColors ? paper.dark : paper.light;
}

let onClosed: () => void = () => {};

/** Hears from now on when the journal's window has been closed. */
export function whenWindowCloses(listener: () => void): void {
  onClosed = listener;
}

/** Whether the journal's window is there. */
export function hasWindow(): boolean {
  return main !== undefined;
}

/** Hands a command to the journal's page, in front of the user. */
export function sendCommand(id: Command): void {
  showWindow();
  main?.webContents.send('rung:command', id);
}

/** Opens the window where it was last time and shows it once it is drawn. */
export function openWindow(): BrowserWindow {
  const placeFile = join(app.getPath('userData'), 'window.json');
  const place = readPlace(placeFile);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...place?.bounds,
    minWidth: 760,
    minHeight: 480,
    title: 'Rung',
    show: false,
    backgroundColor: paperColour(),
    webPreferences: pagePreferences(),
  });
  main = window;
  if (place?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepPlace(placeFile, window));
  window.on('closed', () => {
    main = undefined;
    onClosed();
  });
  holdOpen(window, () => window.webContents.send('rung:command', 'typing.save' satisfies Command));
  window.webContents.on('render-process-gone', (_event, { reason }) => reloadAfterCrash(window, reason));
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

/** What was typed is in the journal as a draft, so the page can simply begin again; not when it crashes over and over. */
export function reloadAfterCrash(window: BrowserWindow, reason: string): void {
  if (reason === 'clean-exit' || Date.now() - lastCrash < CRASH_PAUSE) return;
  lastCrash = Date.now();
  // Not within the event itself: Electron ends as a whole when a page is loaded into a process that is just going.
  setImmediate(() => {
    if (!window.isDestroyed()) window.reload();
  });
}

/** Brings the window to the front, or opens it when there is none. */
export function showWindow(): void {
  const window = main ?? openWindow();
  if (window.isMinimized()) window.restore();
  if (window.isVisible()) window.focus();
}
