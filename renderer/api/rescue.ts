import type { Request } from '../../shared/contract/client.ts';
import type { DesktopInput } from '../../shared/contract/desktop-contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { isRescueTold, rescuedMethods, rescueToText, type RescuedMethod } from '../../shared/domain/rescued-methods.ts';

/** Has a text kept in a file by the window; its path, null where no place takes it. */
type Keep = (unsaved: DesktopInput<'rescue.keep'>) => Promise<{ path: string | null }>;

/** The way to the journal; where its process is dead, what was typed is kept in a file by the window, which the error names. */
export function withWindowRescue(request: Request, keep: Keep): Request {
  return async (method, input) => {
    try {
      return await request(method, input);
    } catch (error) {
      if (!isUnanswered(error) || !isRescued(method)) throw error;
      const { path } = await keep({ method, input: input as DesktopInput<'rescue.keep'>['input'] });
      throw new RungError(error.code, `${error.message} ${rescueToText(path)}`);
    }
  };
}

/** A journal that answers has kept the text itself, and says so. */
function isUnanswered(error: unknown): error is RungError {
  return error instanceof RungError && error.code === 'unavailable' && !isRescueTold(error.message);
}

function isRescued(method: string): method is RescuedMethod {
  return (rescuedMethods as readonly string[]).includes(method);
}
