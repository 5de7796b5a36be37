import { z } from '../zod.ts';
import type { Reply } from './errors.ts';

/** What only a desktop window can do. Answered by the main process; nothing of the journal passes through here. */
export const desktopContract = {
  /** Asks where to save, then writes the whole text or nothing. `fileName` null: the user cancelled. */
  'file.save': {
    input: z.strictObject({ suggestedName: z.string().min(1).max(200), text: z.string().max(50_000_000) }),
    output: z.strictObject({ fileName: z.string().nullable() }),
  },
  /** Shows the journal file in the system's file manager. */
  'journal.reveal': { input: z.strictObject({}), output: z.strictObject({}) },
  /** Opens an https or mailto address in the system's browser, after the user has seen it and said yes. */
  'link.open': {
    input: z.strictObject({ url: z.string().max(2_000) }),
    output: z.strictObject({ opened: z.boolean() }),
  },
} as const;

export type DesktopContract = typeof desktopContract;
export type DesktopMethod = keyof DesktopContract;
export type DesktopInput<M extends DesktopMethod> = z.input<DesktopContract[M]['input']>;
export type DesktopOutput<M extends DesktopMethod> = z.output<DesktopContract[M]['output']>;
export type DesktopHandlers = {
  [M in DesktopMethod]: (input: z.output<DesktopContract[M]['input']>) => Promise<DesktopOutput<M>>;
};

/** What the window's menu can ask the page to do. */
export type Command = 'entry.new' | 'packet.export' | 'go.journal' | 'go.criteria' | 'go.packet';

/** `window.rung`: all that the page of a desktop window can reach. Undefined in a browser. */
export interface DesktopBridge {
  /** Asks the journal. Waits while the journal's process is being started. Never rejects. */
  request(method: string, input: unknown): Promise<Reply>;
  /** Asks the window. Never rejects. */
  desktop(method: string, input: unknown): Promise<Reply>;
  /** Hears the menu's commands from now on, in the place of any listener before. */
  onCommand(listener: (command: Command) => void): void;
}
