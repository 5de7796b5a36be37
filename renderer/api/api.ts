import { createClient, type Request } from '../../shared/contract/client.ts';
import type {
  Command,
  DesktopBridge,
  DesktopInput,
  DesktopMethod,
  DesktopOutput,
  DesktopState,
  Preferences,
} from '../../shared/contract/desktop-contract.ts';
import { replyToValue, type Reply } from '../../shared/contract/errors.ts';
import { chooseDoor } from './door.ts';
import { withWindowRescue } from './rescue.ts';
import { copyText, downloadText } from './browser-files.ts';

/** Everything the page can ask for, whatever the door behind it. */
export interface Api {
  request: Request;
  /** Whether a desktop window stands around the page, with a menu of its own. */
  isDesktop: boolean;
  /** Saves a text as a file; the name it was saved under, or null when the user cancelled. */
  saveText: (suggestedName: string, text: string, passphrase?: string) => Promise<string | null>;
  copyText: (text: string) => Promise<void>;
  openLink: (url: string) => void;
  /** Shows the journal in the file manager; null where that cannot be done. */
  revealJournal: (() => Promise<void>) | null;
  /** What else only a desktop window has; null in a browser. */
  desktop: DesktopAbilities | null;
  /** Hears the commands of the window's menu. */
  onCommand: (listener: (command: Command) => void) => void;
}

/** Rung as a part of the desktop: its key, its icon, its window of one line. */
export interface DesktopAbilities {
  readState: () => Promise<DesktopState>;
  savePreferences: (preferences: Preferences) => Promise<DesktopState>;
  /** Whether the key was heard within ten seconds. */
  tryKey: () => Promise<boolean>;
  openCapture: () => Promise<void>;
  hideCapture: () => Promise<void>;
  fitCapture: (height: number) => Promise<void>;
  /** Makes a backup and saves it encrypted; the file's name, or null when the user cancelled. */
  saveEncryptedBackup: (passphrase: string) => Promise<string | null>;
  /** Takes in a copy of a journal from a file; the name of the backup it became, or null when the user cancelled. */
  openBackupFile: (passphrase: string) => Promise<string | null>;
  chooseBackupPlace: () => Promise<boolean>;
  leaveBackupPlace: () => Promise<void>;
  revealBackup: (name: string) => Promise<void>;
  /** What a reminder asked as it opened quick capture; null without one. */
  readQuestion: () => Promise<string | null>;
}

/** The page's way out, through the door that is there. */
export function createApi(): Api {
  const { send, desktop } = chooseDoor();
  const request = createClient(send);
  if (!desktop) return { request, copyText, ...browserAbilities() };
  const keep = async (unsaved: DesktopInput<'rescue.keep'>) =>
    replyToValue((await desktop.desktop('rescue.keep', unsaved)) as Reply<DesktopOutput<'rescue.keep'>>);
  return { request: withWindowRescue(request, keep), copyText, ...desktopAbilities(desktop) };
}

function desktopAbilities(bridge: DesktopBridge): Omit<Api, 'request' | 'copyText'> {
  const ask: Ask = async <M extends DesktopMethod>(method: M, input: DesktopInput<M>) =>
    replyToValue((await bridge.desktop(method, input)) as Reply<DesktopOutput<M>>);
  return {
    isDesktop: true,
    saveText: async (suggestedName, text, passphrase) =>
      (await ask('file.save', { suggestedName, text, passphrase: passphrase ?? null })).fileName,
    openLink: (url) => void bridge.desktop('link.open', { url }),
    revealJournal: async () => {
      await ask('journal.reveal', {});
    },
    onCommand: (listener) => bridge.onCommand(listener),
    desktop: {
      readState: () => ask('preferences.get', {}),
      savePreferences: (preferences) => ask('preferences.save', preferences),
      tryKey: async () => (await ask('key.try', {})).isHeard,
      openCapture: async () => void (await ask('capture.open', {})),
      hideCapture: async () => void (await ask('capture.hide', {})),
      fitCapture: async (height) => void (await ask('capture.fit', { height })),
      ...backupAbilities(ask),
      readQuestion: async () => (await ask('capture.question', {})).question,
    },
  };
}

type Ask = <M extends DesktopMethod>(method: M, input: DesktopInput<M>) => Promise<DesktopOutput<M>>;

function backupAbilities(ask: Ask) {
  return {
    saveEncryptedBackup: async (passphrase: string) => (await ask('backups.saveEncrypted', { passphrase })).fileName,
    openBackupFile: async (passphrase: string) => (await ask('backups.openFile', { passphrase })).name,
    chooseBackupPlace: async () => (await ask('backups.choosePlace', {})).isChosen,
    leaveBackupPlace: async () => void (await ask('backups.leavePlace', {})),
    revealBackup: async (name: string) => void (await ask('backups.reveal', { name })),
  };
}

function browserAbilities(): Omit<Api, 'request' | 'copyText'> {
  return {
    isDesktop: false,
    saveText: (suggestedName, text) => Promise.resolve(downloadText(suggestedName, text)),
    openLink: (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
    revealJournal: null,
    desktop: null,
    onCommand: () => {},
  };
}
