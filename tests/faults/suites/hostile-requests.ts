import { join } from 'node:path';
import { startLoopbackServer } from '../../../electron/hosts/loopback-server.ts';
import { listHostileRequests, say, type HostileRequest } from '../../hostile/hostile-requests.ts';
import type { Found, Suite } from '../suite.ts';

const SECRET = 'canaryfeather';
/** So many requests are under way at once: some wait for an end that does not come. */
const AT_ONCE = 10;

/** Requests that no page and no tool but an attacker's sends, by socket. A real browser tries the rest in tests/e2e. */
export const hostileRequests: Suite = {
  name: 'hostile requests',
  promise: 'Browser mode tells nobody but its own page a word of the journal',
  async run(effort) {
    const server = await startLoopbackServer({
      serve: () => ({ ok: true, value: SECRET }),
      rendererFolder: join(import.meta.dirname, '..', '..', 'renderer'),
    });
    try {
      const all = listHostileRequests(await enter(server.url));
      const chosen = effort === 'brief' ? all.filter((_, at) => at % 3 === 0) : all;
      return await attack(Number(new URL(server.url).port), chosen);
    } finally {
      await server.close();
    }
  },
};

async function enter(url: string): Promise<{ port: number; cookie: string }> {
  const { origin, hash, port } = new URL(url);
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URLSearchParams(hash.slice(1)).get('token') }),
  });
  return { port: Number(port), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

async function attack(port: number, requests: readonly HostileRequest[]): Promise<Found> {
  const found: Found = { tries: requests.length, lost: 0, leaked: 0, failures: [] };
  for (let at = 0; at < requests.length; at += AT_ONCE) {
    const some = requests.slice(at, at + AT_ONCE);
    const answers = await Promise.all(some.map(async (one) => ({ ...one, heard: await say(port, one.bytes) })));
    for (const { what, heard, isRefused } of answers) {
      if (heard.includes(SECRET)) found.leaked++;
      const status = /^HTTP\/1\.1 (\d+)/.exec(heard)?.[1];
      if (isRefused && status !== undefined && !status.startsWith('4')) found.failures.push(`${what}: ${status}`);
    }
  }
  return found;
}
