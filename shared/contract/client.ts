import type { Input, Method, Output } from './contract.ts';
import { replyToValue, type Reply } from './errors.ts';

/** Carries one request through a door. */
export type Send = (method: string, input: unknown) => Promise<Reply>;

/** Asks the journal; rejects with a {@link RungError} when it refuses. */
export type Request = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;

/** The typed way to ask through any door. */
export function createClient(send: Send): Request {
  return async (method, input) => replyToValue((await send(method, input)) as Reply<Output<typeof method>>);
}
