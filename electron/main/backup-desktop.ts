import { BrowserWindow, dialog, shell, type OpenDialogOptions } from 'electron';
import { basename, join } from 'node:path';
import type { Request } from '../../shared/contract/client.ts';
import type { DesktopHandlers } from '../../shared/contract/desktop-contract.ts';
import { bringFile, inWords } from '../files/arriving-file.ts';
import { backupFolder, chooseBackupPlace, forgetBackupPlace } from '../files/backup-place.ts';
import { encryptFile, ENCRYPTED_ENDING } from '../files/encrypted-file.ts';
import { askWhereToSave } from './save-dialog.ts';

export type BackupDesktop = Pick<
  DesktopHandlers,
  'backups.saveEncrypted' | 'backups.openFile' | 'backups.choosePlace' | 'backups.leavePlace' | 'backups.reveal'
>;

/** What only a desktop window can do with backups. Places are chosen here, in the system's dialogs: the page names none. */
export function createBackupDesktop(journal: string, request: Request): BackupDesktop {
  return {
    'backups.saveEncrypted': async ({ passphrase }) => {
      const target = await askWhereToSave(`rung-backup${ENCRYPTED_ENDING}`);
      if (target === null) return { fileName: null };
      const { name } = await request('backups.make', {});
      await inWords(() => encryptFile(join(backupFolder(journal), name), target, passphrase));
      return { fileName: basename(target) };
    },
    'backups.openFile': async ({ passphrase }) => {
      const source = await askForOne({ properties: ['openFile'] });
      if (source === null) return { name: null };
      const { name } = await bringFile(journal, source, passphrase, (arrival) =>
        request('backups.takeIn', { arrival }),
      );
      return { name };
    },
    'backups.choosePlace': async () => {
      const folder = await askForOne({ properties: ['openDirectory', 'createDirectory'] });
      if (folder !== null) chooseBackupPlace(journal, folder);
      return { isChosen: folder !== null };
    },
    'backups.leavePlace': async () => {
      forgetBackupPlace(journal);
      return {};
    },
    'backups.reveal': async ({ name }) => {
      shell.showItemInFolder(join(backupFolder(journal), name));
      return {};
    },
  };
}

async function askForOne(options: OpenDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow();
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}
