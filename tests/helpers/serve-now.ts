import type { Reply } from '../../shared/contract/errors.ts';
import type { Serve } from '../../shared/contract/serve.ts';

/** The answer of a method that answers at once, as all do but those that copy whole files. */
export function serveNow(serve: Serve, method: string, input: unknown): Reply {
  const reply = serve(method, input);
  if (reply instanceof Promise) throw new Error(`${method} does not answer at once.`);
  return reply;
}
