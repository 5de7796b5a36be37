import { app, BrowserWindow, dialog } from 'electron';
import { join } from 'node:path';

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

/** The name without anything that a system reads as a folder or refuses in a name. */
function toFileName(name: string): string {
  const plain = name
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '-')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  return plain || 'rung';
}
