import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as requestRaw } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLoopbackServer } from '../../../electron/hosts/loopback-server.ts';
import { temporaryFolder } from '../../helpers/core.ts';

const SECRET = 'secret of the journal';

describe('the loopback server', () => {
  it('lets in the browser that brings the token, once', async () => {
    const { post, token } = await open();
    const first = await post('/session', { token });
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']?.[0]).toMatch(/^rung-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await post('/session', { token })).status).toBe(401);
  });

  it('has a new token of 256 bits at every start', async () => {
    const [one, two] = [await open(), await open()];
    expect(one.token).toMatch(/^[\w-]{43}$/);
    expect(one.token).not.toBe(two.token);
  });

  it('answers the browser it let in, again and again', async () => {
    const { post, cookie } = await enter();
    for (let time = 0; time < 3; time++) {
      const answer = await post('/rpc/any.method', {}, { cookie });
      expect(JSON.parse(answer.body)).toEqual({ ok: true, value: SECRET });
    }
  });

  it('stops listening to wrong keys after 20 of them, but not to the right one', async () => {
    const { post, cookie } = await enter();
    for (let miss = 0; miss < 20; miss++) {
      expect((await post('/rpc/any.method', {}, { cookie: 'rung=no' })).status).toBe(401);
    }
    expect((await post('/rpc/any.method', {}, { cookie: 'rung=no' })).status).toBe(429);
    expect((await post('/session', { token: 'no' })).status).toBe(429);
    expect((await post('/rpc/any.method', {}, { cookie })).status).toBe(200);
  });

  it.each([
    ['another host name, as after rebinding', { host: 'evil.test' }, 421],
    ['another host name with the port', { host: 'evil.test:PORT' }, 421],
    ['localhost by name', { host: 'localhost:PORT' }, 421],
    ['the host without its port', { host: '127.0.0.1' }, 421],
    ['another origin', { origin: 'https://evil.test' }, 403],
    ['another port as origin', { origin: 'http://127.0.0.1:1' }, 403],
    ['no page at all as origin', { origin: 'null' }, 403],
    ['no origin', { origin: undefined }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none' }, 403],
    ['a form, which cannot send the header', { 'x-rung': undefined }, 403],
    ['no cookie', { cookie: undefined }, 401],
    ['a wrong cookie', { cookie: 'rung-PORT=AAAA' }, 401],
    ['a plain text as body', { 'content-type': 'text/plain' }, 400],
  ])('tells nothing of the journal to %s', async (_who, change, status) => {
    const { post, cookie } = await enter();
    const answer = await post('/rpc/any.method', {}, { cookie, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain(SECRET);
  });

  it.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'GET', 'HEAD'])('has no other way in by %s', async (method) => {
    const { ask, cookie, origin } = await enter();
    const answer = await ask(method, '/rpc/any.method', '', { cookie, origin });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain(SECRET);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '..%5csecret.txt',
    './/../secret.txt',
    '.hidden.js',
    'a.js%00.txt',
    'folder',
    `${'x'.repeat(300)}.js`,
  ])('gives out nothing but the files of the page: %s', async (path) => {
    const { ask } = await enter();
    const answer = await ask('GET', `/${path}`);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain(SECRET);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('gives the page a nonce of its own at every load, in the policy and in the page', async () => {
    const { ask } = await enter();
    const [one, two] = [await ask('GET', '/'), await ask('GET', '/')];
    const [nonce] = /(?<=nonce=")[^"]{20,}(?=")/.exec(one.body) ?? [];
    expect(nonce).toBeDefined();
    expect(one.headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(two.body).not.toContain(nonce);
  });

  it('sends the same headers with every answer', async () => {
    const { ask, post, cookie } = await enter();
    const answers = [
      await ask('GET', '/'),
      await ask('GET', '/none'),
      await post('/rpc/any.method', {}, { cookie }),
      await post('/session', {}),
    ];
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
    }
  });

  it('takes no more than 60 MB at once', async () => {
    const { post, cookie } = await enter();
    const answer = await post('/rpc/any.method', 'x'.repeat(61 * 1024 * 1024), { cookie });
    expect(answer.status).toBe(413);
  });

  it('passes over words that are no request', async () => {
    const { port, post, cookie } = await enter();
    for (const words of [
      'GET / HTTP/1.1\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\n\r\n',
      '\0\0\0',
    ]) {
      expect(await say(port, words)).not.toContain(SECRET);
    }
    expect((await post('/rpc/any.method', {}, { cookie })).status).toBe(200);
  });

  it('listens on 127.0.0.1 only', async () => {
    const { port } = await enter();
    await expect(say(port, 'GET / HTTP/1.1\r\n\r\n', '127.0.0.2')).rejects.toThrow('ECONNREFUSED');
  });
});

interface Answer {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

type Headers = Record<string, string | undefined>;

async function open() {
  const folder = temporaryFolder();
  const rendererFolder = join(folder, 'renderer');
  mkdirSync(join(rendererFolder, 'folder'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  writeFileSync(join(rendererFolder, '.hidden.js'), SECRET);
  writeFileSync(join(rendererFolder, 'index.html'), '<script nonce="__CSP_NONCE__"></script>');
  symlinkSync(join(folder, 'secret.txt'), join(rendererFolder, 'link.txt'));
  const server = await startLoopbackServer({ serve: () => ({ ok: true, value: SECRET }), rendererFolder });
  onTestFinished(() => server.close());
  const { origin, hash, port } = new URL(server.url);
  // Not fetch: it sets Host and Origin by itself and tidies paths up.
  const ask = (method: string, path: string, body = '', headers: Headers = {}) =>
    askRaw(port, method, path, body, headers);
  const post = (path: string, body: unknown, headers: Headers = {}) =>
    ask('POST', path, JSON.stringify(body), { origin, 'content-type': 'application/json', 'x-rung': '1', ...headers });
  return { ask, post, origin, port: Number(port), token: new URLSearchParams(hash.slice(1)).get('token') };
}

async function enter() {
  const opened = await open();
  const { headers } = await opened.post('/session', { token: opened.token });
  return { ...opened, cookie: headers['set-cookie']?.[0]?.split(';')[0] };
}

function askRaw(port: string, method: string, path: string, body: string, headers: Headers): Promise<Answer> {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value.replace('PORT', port)]],
  );
  return new Promise((resolve, reject) => {
    const sent = requestRaw(
      { host: '127.0.0.1', port, method, path, headers: Object.fromEntries(given) as Record<string, string> },
      (answer) => {
        void text(answer).then((read) => resolve({ status: answer.statusCode, headers: answer.headers, body: read }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function say(port: number, words: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.end(words));
    socket.on('error', reject);
    void text(socket).then(resolve, reject);
  });
}
