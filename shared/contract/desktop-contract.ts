import { z } from '../zod.ts';

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
