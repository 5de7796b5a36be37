import { dialog, shell } from 'electron';
import { basename } from 'node:path';
import { desktopContract, type DesktopHandlers, type DesktopMethod } from '../../shared/contract/desktop-contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { z } from '../../shared/zod.ts';
import { writeFileDurable } from '../files/durable-file.ts';
import { writeEncrypted } from '../files/encrypted-file.ts';
import type { BackupDesktop } from './backup-desktop.ts';
import { findRescueFolders, keepRescue } from '../files/rescue-file.ts';
import type { Desktop } from './desktop.ts';
import { checkInput, handle } from './handle.ts';
import { askWhereToSave } from './save-dialog.ts';

const question = z.strictObject({ method: z.string(), input: z.unknown() });

/** Answers what only a desktop window can do. `journal` is the path of the journal file. */
export function handleDesktop(journal: string, desktop: Desktop['handlers'] & BackupDesktop): void {
  const handlers: DesktopHandlers = {
    ...desktop,
    'file.save': saveFile,
    'rescue.keep': async ({ method, input }) => ({
      path: keepRescue(findRescueFolders(), { journal, method, input }, new Date().toISOString()),
    }),
    'journal.reveal': async () => {
      shell.showItemInFolder(journal);
      return {};
    },
    'link.open': openLink,
  };
  handle('rung:desktop', question, ({ method, input }) => {
    if (!isDesktopMethod(method)) throw new RungError('not-found', `There is no method '${method}'.`);
    return (handlers[method] as (input: unknown) => unknown)(checkInput(desktopContract[method].input, input));
  });
}

function isDesktopMethod(name: string): name is DesktopMethod {
  return Object.hasOwn(desktopContract, name);
}

/** The dialog asks before it overwrites; the page never names a folder. */
const saveFile: DesktopHandlers['file.save'] = async ({ suggestedName, text, passphrase }) => {
  const filePath = await askWhereToSave(passphrase === null ? suggestedName : `${suggestedName}.rung`);
  if (filePath === null) return { fileName: null };
  try {
    if (passphrase === null) writeFileDurable(filePath, text);
    else await writeEncrypted(filePath, text, passphrase);
  } catch (error) {
    throw new RungError(
      'storage',
      `The file was not written: ${(error as Error).message}. Choose another folder and try again.`,
    );
  }
  return { fileName: basename(filePath) };
};

/** Only web and mail addresses, and only after the user has seen all of it: a link in a note may come from anyone. */
const openLink: DesktopHandlers['link.open'] = async ({ url }) => {
  const address = URL.parse(url);
  if (!address || !['https:', 'mailto:'].includes(address.protocol) || address.username || address.password) {
    throw new RungError('invalid', 'Rung opens https and mailto addresses only.');
  }
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: address.protocol === 'mailto:' ? 'Write to this address?' : 'Open this address in your browser?',
    detail: address.href,
    buttons: ['Cancel', 'Open'],
    cancelId: 0,
    defaultId: 0,
    noLink: true,
  });
  const isOpened = response === 1;
  if (isOpened) await shell.openExternal(address.href);
  return { opened: isOpened };
};
