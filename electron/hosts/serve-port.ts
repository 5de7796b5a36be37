import { errorToReply, RungError, type Reply } from '../../shared/contract/errors.ts';
import type { Serve } from '../../shared/contract/serve.ts';

/** One end of a message channel: Electron's, or one like it in tests. */
export interface Port {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  postMessage(message: PortReply): void;
  start(): void;
}

/** An answer on its way back, under the number of its request. */
export interface PortReply {
  id: number;
  reply: Reply;
}

/** Answers every request that comes through the port. What is no request is passed over. */
export function servePort(port: Port, serve: Serve): void {
  port.on('message', ({ data }) => {
    if (!isRequest(data)) return;
    const { id, method, input } = data;
    const send = (reply: Reply) => port.postMessage({ id, reply });
    const reply = answer(serve, method, input);
    // What is answered at once is sent at once, in the order it was asked.
    if (reply instanceof Promise) void reply.then(send);
    else send(reply);
  });
  port.start();
}

interface PortRequest {
  id: number;
  method: string;
  input: unknown;
}

function isRequest(message: unknown): message is PortRequest {
  if (typeof message !== 'object' || message === null) return false;
  const { id, method } = message as Record<string, unknown>;
  return typeof id === 'number' && typeof method === 'string';
}

/** `serve` never throws; a journal must stay open even if it does. */
function answer(serve: Serve, method: string, input: unknown): ReturnType<Serve> {
  try {
    return serve(method, input);
  } catch (error) {
    return errorToReply(
      error instanceof RungError ? error : new Error('the request could not be answered', { cause: error }),
    );
  }
}
