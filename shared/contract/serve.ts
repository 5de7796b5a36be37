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
  const checked = contract[method].input.safeParse(input, { reportInput: true });
  if (!checked.success) throw inputToError(checked.error);
  const handle = handlers[method] as (input: unknown) => unknown;
  const output = handle(checked.data);
  return checksOutput ? contract[method].output.parse(output) : output;
}
