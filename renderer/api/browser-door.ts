import type { Send } from '../../shared/contract/client.ts';
import type { Reply } from '../../shared/contract/errors.ts';

/** What a page may still send while it is being closed, in characters; the browser drops more. */
const KEEPALIVE_LIMIT = 30_000;

const NO_ANSWER: Reply = {
  ok: false,
  error: {
    code: 'unavailable',
    message:
      'Rung does not answer. What you saved is in the journal, and what you typed is still on this page. Start Rung again in the terminal.',
  },
};

/** Asks the loopback server this page came from. */
export function sendByFetch(): Send {
  const entered = enterSession();
  return async (method, input) => {
    try {
      await entered;
      return await post(`/rpc/${method}`, input);
    } catch {
      return NO_ANSWER;
    }
  };
}

/** Hands in the token of the link Rung was opened with, once, and takes it out of the address. */
async function enterSession(): Promise<void> {
  const token = /[#&?]token=([^&]+)/.exec(location.hash)?.[1];
  if (!token) return;
  history.replaceState(null, '', '#/journal');
  await post('/session', { token: decodeURIComponent(token) });
}

async function post(path: string, input: unknown): Promise<Reply> {
  const body = JSON.stringify(input);
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-rung': '1' },
    body,
    keepalive: document.visibilityState === 'hidden' && body.length < KEEPALIVE_LIMIT,
  });
  return (await answer.json()) as Reply;
}
