import { contract, isMethod, type Handlers, type Method } from './contract.ts';
import { errorToReply, inputToError, RungError, type Reply } from './errors.ts';

/** Answers one request. It never throws: a refusal comes back as data. */
export type Serve = (method: string, input: unknown) => Reply;

/**
 * The only place that checks input and turns errors into data.
 * With `checksOutput` (development and tests) an answer that breaks the contract is a bug.
 */
export function serve(handlers: Handlers, { checksOutput = false } = {}): Serve {
  return (method, input) => {
    try {
      if (!isMethod(method)) throw new RungError('not-found', `There is no method '${method}'.`);
      return { ok: true, value: answer(handlers, method, input, checksOutput) };
    } catch (error) {
      return errorToReply(error);
    }
  };
}

function answer(handlers: Handlers, method: Method, input: unknown, checksOutput: boolean): unknown {
  const handle = handlers[method] as (input: unknown) => unknown;
  const output = handle(checkInput(method, input));
  return checksOutput ? contract[method].output.parse(output) : output;
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
