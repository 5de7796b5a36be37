import { ipcMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import { errorToReply, inputToError, RungError, type Reply } from '../../shared/contract/errors.ts';
import type { z } from '../../shared/zod.ts';
import { isOwnAddress } from './origin.ts';

/** Characters of JSON one call may carry. */
const INPUT_LIMIT = 60_000_000;

/**
 * The only way a page reaches the main process: checks who asks, how much, and what, and answers with data.
 * Never rejects and never shows the page an exception.
 */
export function handle<Schema extends z.ZodType>(
  channel: string,
  schema: Schema,
  answer: (input: z.output<Schema>, sender: WebFrameMain) => unknown,
): void {
  ipcMain.handle(channel, async (event, input: unknown): Promise<Reply> => {
    try {
      const sender = checkSender(event);
      return { ok: true, value: await answer(checkInput(schema, input), sender) };
    } catch (error) {
      return errorToReply(error);
    }
  });
}

/** The input as the schema has it; throws `invalid` with the fields at fault. */
export function checkInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  if ((JSON.stringify(input) ?? '').length > INPUT_LIMIT)
    throw new RungError('invalid', 'That is more than Rung takes at once.');
  const checked = schema.safeParse(input, { reportInput: true });
  if (!checked.success) throw inputToError(checked.error);
  return checked.data;
}

function checkSender({ senderFrame }: IpcMainInvokeEvent): WebFrameMain {
  if (senderFrame && senderFrame.parent === null && isOwnAddress(senderFrame.url)) return senderFrame;
  throw new RungError('invalid', 'Only the page of a Rung window may ask this.');
}
