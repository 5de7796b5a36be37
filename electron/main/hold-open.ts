import { dialog, type BrowserWindow } from 'electron';

const KEEP_OPEN = 'Keep open';
const SAVE_FILE = 'Save a text file…';
const CLOSE = 'Close anyway';

/**
 * Asks before a window goes whose page says that typing in it is not saved. `saveFile` has the page save its typing as a
 * file of the user's choice; the window stays then too. Without it that is not offered.
 */
export function holdOpen(window: BrowserWindow, saveFile?: () => void): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const buttons = [KEEP_OPEN, ...(saveFile ? [SAVE_FILE] : []), CLOSE];
    // At once: the page waits for the answer within the event.
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'What you typed here is not saved.',
      detail:
        'The journal did not take it. Kept open, Rung tries again every two seconds; the window itself says where a copy is.',
      buttons,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (buttons[answer] === CLOSE) event.preventDefault();
    else if (buttons[answer] === SAVE_FILE) saveFile?.();
    if (buttons[answer] !== CLOSE) window.show();
  });
}
