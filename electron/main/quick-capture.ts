import { app, BrowserWindow, screen } from 'electron';
import { captureHeights } from '../../shared/contract/desktop-contract.ts';
import { holdOpen } from './hold-open.ts';
import { ORIGIN } from './origin.ts';
import { pagePreferences, paperColour, reloadAfterCrash } from './window.ts';

const WIDTH = 640;
const HEIGHT = 110;

/** The small window of one line. It is made once, hidden, and kept, so that it opens at once. */
export interface QuickCapture {
  /** Makes the window without showing it. */
  prepare(): void;
  /** Shows it with the cursor in the line. `question`: what a reminder asked. */
  open(question?: string): void;
  hide(): void;
  fit(height: number): void;
  /** What it was opened for. */
  question(): string | null;
  isOpen(): boolean;
}

/** `onHidden` runs whenever the window has gone out of sight. */
export function createQuickCapture(onHidden: () => void): QuickCapture {
  let window: BrowserWindow | undefined;
  let question: string | null = null;
  let isDrawn = false;
  let isWanted = false;

  const hide = () => {
    isWanted = false;
    if (!window?.isVisible()) return;
    window.hide();
    onHidden();
  };
  const show = () => {
    if (!window || !isDrawn || !isWanted) return;
    if (window.webContents.isCrashed()) window.reload();
    window.setBounds({ ...placeNearCursor(), width: WIDTH, height: window.getBounds().height });
    window.show();
    window.focus();
    window.webContents.focus();
    window.webContents.send('rung:command', 'capture.begin');
  };
  const prepare = () => {
    if (window) return;
    window = createWindow();
    window.once('ready-to-show', () => {
      isDrawn = true;
      show();
    });
    window.on('blur', hide);
    hideInsteadOfClosing(window, hide);
    // The end of the app may close it and yet not come, where another window is held open.
    window.once('closed', () => {
      window = undefined;
      isDrawn = false;
    });
  };

  return {
    prepare,
    hide,
    open(asked) {
      question = asked ?? null;
      isWanted = true;
      prepare();
      show();
    },
    fit(height) {
      const next = Math.min(captureHeights.most, Math.max(captureHeights.least, height));
      if (window && window.getBounds().height !== next) window.setBounds({ ...window.getBounds(), height: next });
    },
    question: () => question,
    isOpen: () => isWanted,
  };
}

function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: WIDTH,
    height: HEIGHT,
    title: 'Rung: log something',
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // A panel takes the keys without bringing the rest of Rung to the front.
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    backgroundColor: paperColour(),
    webPreferences: pagePreferences(),
  });
  window.setMenuBarVisibility(false);
  holdOpen(window);
  window.webContents.on('render-process-gone', (_event, { reason }) => reloadAfterCrash(window, reason));
  void window.loadURL(`${ORIGIN}/#/capture`);
  return window;
}

/** The window is needed again; only the end of the app closes it. */
function hideInsteadOfClosing(window: BrowserWindow, hide: () => void): void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  window.webContents.on('will-prevent-unload', () => {
    isQuitting = false;
  });
  window.on('close', (event) => {
    if (isQuitting) return;
    event.preventDefault();
    hide();
  });
}

/** In the middle of the display the user is looking at, a quarter down from its top. */
function placeNearCursor(): { x: number; y: number } {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  return {
    x: Math.round(workArea.x + (workArea.width - WIDTH) / 2),
    y: Math.round(workArea.y + workArea.height / 4),
  };
}
