import { MessageChannelMain, type MessagePortMain, type UtilityProcess } from 'electron';
import { createClient, type Request } from '../../shared/contract/client.ts';
import type { Reply } from '../../shared/contract/errors.ts';

const SILENT: Reply = { ok: false, error: { code: 'unavailable', message: 'The journal does not answer.' } };

/** The main process's own way to ask the journal, as a page has one. */
export interface CoreClient {
  request: Request;
  /** From now on this process answers. */
  connect(core: UtilityProcess): void;
}

/** Refuses as `unavailable` until it is connected, and again when the journal's process ends. */
export function createCoreClient(): CoreClient {
  const pending = new Map<number, (reply: Reply) => void>();
  let port: MessagePortMain | undefined;
  let lastId = 0;
  const forget = (closed: MessagePortMain) => {
    if (port !== closed) return;
    port = undefined;
    for (const resolve of pending.values()) resolve(SILENT);
    pending.clear();
  };
  return {
    request: createClient(
      (method, input) =>
        new Promise((resolve) => {
          if (!port) return resolve(SILENT);
          pending.set(++lastId, resolve);
          port.postMessage({ id: lastId, method, input });
        }),
    ),
    connect(core) {
      const { port1, port2 } = new MessageChannelMain();
      if (port) forget(port);
      port = port2;
      port2.on('message', ({ data }: { data: { id: number; reply: Reply } }) => {
        pending.get(data.id)?.(data.reply);
        pending.delete(data.id);
      });
      port2.on('close', () => forget(port2));
      port2.start();
      core.postMessage('connect', [port1]);
    },
  };
}
