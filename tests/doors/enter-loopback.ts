import type { Send } from '../../shared/contract/client.ts';
import type { Reply } from '../../shared/contract/errors.ts';

/** Enters a loopback server by the address it printed, as a browser does, and asks it over HTTP. */
export async function enterLoopback(url: string): Promise<Send> {
  const { origin, hash } = new URL(url);
  const headers = { origin, 'content-type': 'application/json', 'x-rung': '1' };
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const session = await fetch(`${origin}/session`, { method: 'POST', headers, body: JSON.stringify({ token }) });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (method, input) => {
    const body = JSON.stringify(input);
    const answer = await fetch(`${origin}/rpc/${method}`, { method: 'POST', headers: { ...headers, cookie }, body });
    return (await answer.json()) as Reply;
  };
}
