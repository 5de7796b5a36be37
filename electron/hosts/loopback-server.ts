import { createAdaptorServer } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { generateCookie, getCookie } from 'hono/cookie';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ErrorCode, Reply } from '../../shared/contract/errors.ts';
import type { Serve } from '../../shared/contract/serve.ts';
import { answerInWords, answerWithPageFile } from '../files/page-file.ts';
import { newNonce, pageHeaders } from '../files/page-policy.ts';
import { openSession, type Session } from './session.ts';

const ADDRESS = '127.0.0.1';
/** Bytes of one request. Larger than any text the contract takes. */
const BODY_LIMIT = 60 * 1024 * 1024;
/** Milliseconds a request may take to arrive. */
const ARRIVAL_LIMIT = 60_000;

export interface LoopbackOptions {
  serve: Serve;
  /** The built page. */
  rendererFolder: string;
  /** Any free one when left out. */
  port?: number;
}

/** A journal served to one browser on this machine. */
export interface LoopbackServer {
  /** The address to open. Its token is good for one browser, once. */
  url: string;
  close(): Promise<void>;
}

/** Serves the page and its journal on 127.0.0.1, and only to the browser that brings the token. Rejects when the port is taken. */
export async function startLoopbackServer({
  serve,
  rendererFolder,
  port = 0,
}: LoopbackOptions): Promise<LoopbackServer> {
  const session = openSession();
  const door = { origin: '', cookie: '' };
  const app = createDoor({ serve, rendererFolder, session, door });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: ARRIVAL_LIMIT, headersTimeout: ARRIVAL_LIMIT },
  }) as Server;
  const listensOn = await listen(server, port);
  door.origin = `http://${ADDRESS}:${listensOn}`;
  // Cookies know no ports: the name keeps two journals in one browser apart.
  door.cookie = `rung-${listensOn}`;
  return { url: `${door.origin}/#token=${session.token}`, close: () => close(server) };
}

interface Door {
  serve: Serve;
  rendererFolder: string;
  session: Session;
  door: { origin: string; cookie: string };
}

function createDoor({ serve, rendererFolder, session, door }: Door): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    const refusal = findRefusal(c, door.origin);
    if (refusal) return refusal;
    await next();
  });
  app.use(
    bodyLimit({ maxSize: BODY_LIMIT, onError: () => refuse(413, 'invalid', 'That is more than Rung takes at once.') }),
  );

  app.post('/session', async (c) => {
    if (session.isUnderGuessing()) return refuseGuessing();
    const body = await readJson(c);
    const token = (body as { token?: unknown } | null | undefined)?.token;
    const key = typeof token === 'string' ? session.exchange(token) : undefined;
    if (!key) return refuseStranger();
    const answer = reply(200, { ok: true, value: {} });
    answer.headers.set('set-cookie', generateCookie(door.cookie, key, { httpOnly: true, sameSite: 'Strict' }));
    return answer;
  });

  app.post('/rpc/:method', async (c) => {
    if (!session.isKey(getCookie(c, door.cookie))) {
      return session.isUnderGuessing() ? refuseGuessing() : refuseStranger();
    }
    if (c.req.header('x-rung') !== '1') return refuse(403, 'invalid', 'This request does not come from Rung.');
    const input = await readJson(c);
    if (input === undefined) return refuse(400, 'invalid', 'The request is not JSON.');
    return reply(200, await serve(c.req.param('method'), input));
  });

  app.get('*', (c) => answerWithPageFile(rendererFolder, rawPath(c)));
  app.notFound(() => answerInWords(404, 'There is nothing at this address.'));
  app.onError(() => refuse(500, 'bug', 'Something went wrong inside Rung.'));
  return app;
}

/**
 * Turns away what does not come from the page itself: another host name (rebinding), another origin, another site.
 * The address bar sends no origin and `none` as its site, and may only read the page.
 */
function findRefusal(c: Context, origin: string): Response | undefined {
  // A request line may name a host of its own, which then counts instead of the header.
  const isForUs = c.req.raw.url.startsWith(`${origin}/`) && `http://${c.req.header('host')}` === origin;
  if (!isForUs) return answerInWords(421, 'Rung answers to its own address only.');
  const isReading = c.req.method === 'GET';
  const from = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const isOwnOrigin = from === undefined ? isReading : from === origin;
  const isOwnSite = site === undefined || site === 'same-origin' || (isReading && site === 'none');
  return isOwnOrigin && isOwnSite ? undefined : answerInWords(403, 'Rung answers to its own page only.');
}

/** The path as it came, still encoded. */
function rawPath(c: Context): string {
  return /^https?:\/\/[^/?#]*([^?#]*)/.exec(c.req.raw.url)?.[1] ?? '';
}

/** The body as JSON; undefined when it is none. */
async function readJson(c: Context): Promise<unknown> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return undefined;
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}

function refuseStranger(): Response {
  return refuse(
    401,
    'unavailable',
    'This page is not connected to your journal. Start Rung again and open the address it prints. Everything you saved is still in the journal.',
  );
}

function refuseGuessing(): Response {
  return refuse(429, 'unavailable', 'Too many wrong keys. Start Rung again and open the address it prints.');
}

function refuse(status: number, code: ErrorCode, message: string): Response {
  return reply(status, { ok: false, error: { code, message } });
}

function reply(status: number, content: Reply): Response {
  return Response.json(content, { status, headers: pageHeaders(newNonce()) });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
