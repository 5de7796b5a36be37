import { app, BrowserWindow, dialog } from 'electron';
import { join } from 'node:path';
import { toFileName } from '../files/file-name.ts';

/** Asks where to save; null when the user cancelled. The dialog asks before it overwrites. */
export async function askWhereToSave(suggestedName: string): Promise<string | null> {
  const options = {
    defaultPath: join(app.getPath('documents'), toFileName(suggestedName)),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  } satisfies Electron.SaveDialogOptions;
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}
