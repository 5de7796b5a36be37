import type { Reply } from '../../shared/contract/errors.ts';

interface Waiting {
  message: { id: number; method: string; input: unknown };
  resolve: (reply: Reply) => void;
}

/** Carries requests over whichever port there is. */
export interface PortClient {
  request(method: string, input: unknown): Promise<Reply>;
  /** Takes a new port; what waited is sent. */
  usePort(port: MessagePort): void;
  /** There will be no port any more: everything is refused with these words. */
  giveUp(words: string): void;
}

const CLOSED =
  'The part of Rung that keeps the journal stopped and is being started again. What was saved is safe; try once more.';

/** A client without a port yet: its requests wait. */
export function createPortClient(): PortClient {
  let port: MessagePort | undefined;
  let refusal: string | undefined;
  let lastId = 0;
  const unsent: Waiting[] = [];
  const pending = new Map<number, Waiting>();

  const send = (waiting: Waiting, to: MessagePort) => {
    pending.set(waiting.message.id, waiting);
    to.postMessage(waiting.message, []);
  };
  const refuseAll = (list: Iterable<Waiting>, words: string) => {
    for (const waiting of list) waiting.resolve(unavailable(words));
  };
  // An answer may be lost with the port, so a request that was under way is refused, never sent twice.
  const forget = (closed: MessagePort) => {
    if (port !== closed) return;
    port = undefined;
    refuseAll(pending.values(), CLOSED);
    pending.clear();
  };

  return {
    request: (method, input) =>
      new Promise((resolve) => {
        const waiting = { message: { id: ++lastId, method, input }, resolve };
        if (refusal) resolve(unavailable(refusal));
        else if (port) send(waiting, port);
        else unsent.push(waiting);
      }),
    usePort(next) {
      if (port) forget(port);
      port = next;
      next.addEventListener('message', ({ data }: MessageEvent<{ id: number; reply: Reply }>) => {
        pending.get(data.id)?.resolve(data.reply);
        pending.delete(data.id);
      });
      next.addEventListener('close', () => forget(next));
      next.start();
      for (const waiting of unsent.splice(0)) send(waiting, next);
    },
    giveUp(words) {
      refusal = words;
      refuseAll(unsent.splice(0), words);
    },
  };
}

function unavailable(message: string): Reply {
  return { ok: false, error: { code: 'unavailable', message } };
}
