import { backupSchema } from '../domain/backup.ts';
import { PASSPHRASE_MOST, passphraseProblem } from '../domain/passphrase.ts';
import { z } from '../zod.ts';
import { rescuedMethods } from '../domain/rescued-methods.ts';
import type { Reply } from './errors.ts';

const nothing = z.strictObject({});
const newPassphrase = z
  .string()
  .max(2 * PASSPHRASE_MOST)
  .refine((typed) => passphraseProblem(typed) === null, { error: 'is too short or too long for a passphrase' });

/** A key with others held down, as Electron writes it, such as `CommandOrControl+Shift+Space`. */
const globalKey = z
  .string()
  .max(60)
  .regex(
    /^(?:(?:CommandOrControl|Control|Command|Alt|Shift|Super)\+)+(?:[A-Z0-9]|F\d{1,2}|[A-Z][A-Za-z]+|[,./;'[\]\\=`-])$/,
    {
      error: 'must be a key with others held down, such as CommandOrControl+Shift+Space',
    },
  )
  .refine((key) => !/^Shift\+.$/.test(key), { error: 'needs more than Shift, which is for typing' });

/** What belongs to this machine and not to the journal. Everything is off until it is turned on. */
export const preferencesSchema = z.strictObject({
  /** Opens quick capture from any program. */
  captureKey: globalKey.nullable().default(null),
  hasTray: z.boolean().default(false),
  /** Whether Rung goes on running, out of sight, when its window is closed. */
  keepsRunning: z.boolean().default(false),
});
export type Preferences = z.output<typeof preferencesSchema>;

/** The preferences with what the system makes of them. */
const desktopStateSchema = z.strictObject({
  preferences: preferencesSchema,
  /** Why the key does not work; null when it does, or when there is none. */
  keyProblem: z.string().nullable(),
  /** Why there is no icon although one is wanted; null otherwise. */
  trayProblem: z.string().nullable(),
  /** What opens quick capture from a terminal, or from a key of the desktop's own. */
  captureCommand: z.string(),
  isWayland: z.boolean(),
});
export type DesktopState = z.output<typeof desktopStateSchema>;

/** Pixels between which the quick-capture window is as high as its content. */
export const captureHeights = { least: 56, most: 420 } as const;

/** What only a desktop window can do. Answered by the main process; nothing of the journal passes through here. */
export const desktopContract = {
  /** Asks where to save, then writes the whole text or nothing, encrypted where there is a passphrase. `fileName` null: the user cancelled. */
  'file.save': {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(200),
      text: z.string().max(50_000_000),
      passphrase: newPassphrase.nullable().default(null),
    }),
    output: z.strictObject({ fileName: z.string().nullable() }),
  },
  /** Keeps text in a file of its own where the journal's process does not answer; null where no place takes it. */
  'rescue.keep': {
    input: z.strictObject({ method: z.enum(rescuedMethods), input: z.json() }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Makes a backup and asks where to write it, encrypted. */
  'backups.saveEncrypted': {
    input: z.strictObject({ passphrase: newPassphrase }),
    output: z.strictObject({ fileName: z.string().nullable() }),
  },
  /** Asks for a copy of a journal and takes it in among the backups; its name there, or null when the user cancelled. */
  'backups.openFile': {
    input: z.strictObject({ passphrase: z.string().max(2 * PASSPHRASE_MOST) }),
    output: z.strictObject({ name: z.string().nullable() }),
  },
  /** Asks for the folder of the second place. */
  'backups.choosePlace': { input: nothing, output: z.strictObject({ isChosen: z.boolean() }) },
  'backups.leavePlace': { input: nothing, output: nothing },
  'backups.reveal': { input: backupSchema.pick({ name: true }), output: nothing },
  /** Shows the journal file in the system's file manager. */
  'journal.reveal': { input: nothing, output: nothing },
  /** Opens an https or mailto address in the system's browser, after the user has seen it and said yes. */
  'link.open': {
    input: z.strictObject({ url: z.string().max(2_000) }),
    output: z.strictObject({ opened: z.boolean() }),
  },
  'preferences.get': { input: nothing, output: desktopStateSchema },
  'preferences.save': { input: preferencesSchema, output: desktopStateSchema },
  /** Waits ten seconds for the key to be pressed. `isHeard` false: this desktop does not hand it over. */
  'key.try': { input: nothing, output: z.strictObject({ isHeard: z.boolean() }) },
  'capture.open': { input: nothing, output: nothing },
  /** The reminder's question that quick capture was opened for; null when it was opened without one. */
  'capture.question': { input: nothing, output: z.strictObject({ question: z.string().nullable() }) },
  'capture.hide': { input: nothing, output: nothing },
  /** Makes the quick-capture window as high as what it shows. */
  'capture.fit': {
    input: z.strictObject({ height: z.int().min(captureHeights.least).max(captureHeights.most) }),
    output: nothing,
  },
} as const;

export type DesktopContract = typeof desktopContract;
export type DesktopMethod = keyof DesktopContract;
export type DesktopInput<M extends DesktopMethod> = z.input<DesktopContract[M]['input']>;
export type DesktopOutput<M extends DesktopMethod> = z.output<DesktopContract[M]['output']>;
export type DesktopHandlers = {
  [M in DesktopMethod]: (input: z.output<DesktopContract[M]['input']>) => Promise<DesktopOutput<M>>;
};

/**
 * What the window's menu can ask the page to do. Two do not come from the menu: `capture.begin` comes to quick capture each
 * time it is shown, `typing.save` when a window with unsaved typing was to be closed and a text file was asked for.
 */
export type Command =
  | 'entry.new'
  | 'packet.export'
  | 'go.journal'
  | 'go.criteria'
  | 'go.packet'
  | 'go.settings'
  | 'find.open'
  | 'palette.open'
  | 'capture.begin'
  | 'typing.save';

/** `window.rung`: all that the page of a desktop window can reach. Undefined in a browser. */
export interface DesktopBridge {
  /** Asks the journal. Waits while the journal's process is being started. Never rejects. */
  request(method: string, input: unknown): Promise<Reply>;
  /** Asks the window. Never rejects. */
  desktop(method: string, input: unknown): Promise<Reply>;
  /** Hears the menu's commands from now on, in the place of any listener before. */
  onCommand(listener: (command: Command) => void): void;
}
