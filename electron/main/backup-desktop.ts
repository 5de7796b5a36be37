import { BrowserWindow, dialog, shell, type OpenDialogOptions } from 'electron';
import { copyFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Request } from '../../shared/contract/client.ts';
import type { DesktopHandlers } from '../../shared/contract/desktop-contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { backupFolder, chooseBackupPlace, forgetBackupPlace, newArrival } from '../files/backup-place.ts';
import { decryptFile, encryptFile, ENCRYPTED_ENDING, isEncryptedFile } from '../files/encrypted-file.ts';
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
      return source === null ? { name: null } : { name: await takeIn(journal, request, source, passphrase) };
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

/** Lays a copy of the file among the backups and has it checked there; the name of the backup it became. */
async function takeIn(journal: string, request: Request, source: string, passphrase: string): Promise<string> {
  const { arrival, path } = newArrival(journal);
  try {
    await inWords(async () => {
      if (await isEncryptedFile(source)) await decryptFile(source, path, passphrase);
      else await copyFile(source, path);
    });
    return (await request('backups.takeIn', { arrival })).name;
  } finally {
    await rm(path, { force: true });
  }
}

async function inWords(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof RungError) throw error;
    throw new RungError('storage', `The file cannot be used: ${(error as Error).message}. Nothing was changed.`);
  }
}

async function askForOne(options: OpenDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow();
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}
