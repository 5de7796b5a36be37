import { contract, isMethod, type Handlers, type Method } from './contract.ts';
import { errorToReply, inputToError, RungError, type Reply } from './errors.ts';

/** Answers one request, at once where it can. It never throws nor rejects: a refusal comes back as data. */
export type Serve = (method: string, input: unknown) => Reply | Promise<Reply>;

/**
 * The only place that checks input and turns errors into data.
 * With `checksOutput` (development and tests) an answer that breaks the contract is a bug.
 */
export function serve(handlers: Handlers, { checksOutput = false } = {}): Serve {
  return (method, input) => {
    try {
      if (!isMethod(method)) throw new RungError('not-found', `There is no method '${method}'.`);
      const check = (value: unknown) => (checksOutput ? contract[method].output.parse(value) : value);
      const value = answer(handlers, method, input);
      if (value instanceof Promise) return whenAnswered(value, check);
      return { ok: true, value: check(value) };
    } catch (error) {
      return errorToReply(error);
    }
  };
}

async function whenAnswered(value: Promise<unknown>, check: (value: unknown) => unknown): Promise<Reply> {
  try {
    return { ok: true, value: check(await value) };
  } catch (error) {
    return errorToReply(error);
  }
}

function answer(handlers: Handlers, method: Method, input: unknown): unknown {
  return (handlers[method] as (input: unknown) => unknown)(checkInput(method, input));
}

function checkInput(method: Method, input: unknown): unknown {
  const checked = tryParse(method, input);
  if (!checked.success) throw inputToError(checked.error);
  return checked.data;
}

/** A value that is nested thousands deep ends the check itself: that is the caller's fault, not a bug. */
function tryParse(method: Method, input: unknown) {
  try {
    return contract[method].input.safeParse(input, { reportInput: true });
  } catch (error) {
    if (error instanceof RangeError) throw new RungError('invalid', 'The input is nested too deeply.');
    throw error;
  }
}
