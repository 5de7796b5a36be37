// What runs in the page has to carry its functions along.
// oxlint-disable unicorn/consistent-function-scoping
import { chromium, type Page } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { listHostileRequests, pourBody, say, type Target } from '../hostile/hostile-requests.ts';
import { expect, test, type Rung } from './rung.ts';
import { startJournal } from './steps.ts';

/** Over 200 requests that nobody but an attacker sends: no byte of the journal comes back, and the server stays. */

const SECRET = 'canaryfeather';

test('no hostile request over a socket hears a word of the journal', async ({ rung }) => {
  const target = await openTarget(rung);
  const requests = listHostileRequests(target);
  expect(requests.length).toBeGreaterThan(150);
  const faults: string[] = [];
  // In tens, for the sake of those that wait for an end that does not come.
  for (let at = 0; at < requests.length; at += 10) {
    const answers = await Promise.all(
      requests.slice(at, at + 10).map(async (one) => ({ ...one, heard: await say(target.port, one.bytes) })),
    );
    for (const { what, heard, isRefused } of answers) {
      const status = /^HTTP\/1\.1 (\d+)/.exec(heard)?.[1];
      if (heard.includes(SECRET)) faults.push(`${what} heard the journal`);
      if (/access-control|set-cookie/i.test(heard)) faults.push(`${what} was given a way in`);
      if (isRefused && status !== undefined && !status.startsWith('4')) faults.push(`${what} was answered ${status}`);
    }
  }
  expect(faults).toEqual([]);
  await expectAlive(rung);
});

test('a slow body holds nobody up, and a body of a gigabyte is not taken', async ({ rung }) => {
  const target = await openTarget(rung);
  const slow = Array.from({ length: 20 }, () => {
    const socket = connect(target.port, '127.0.0.1').on('error', () => {});
    socket.write(`POST /session HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\nContent-Length: 1000\r\n\r\n{`);
    return socket;
  });
  const started = Date.now();
  await expectAlive(rung);
  expect(Date.now() - started).toBeLessThan(5_000);
  const { taken, heard } = await pourBody(target, 1_000_000_000);
  expect(heard === '' || heard.startsWith('HTTP/1.1 413'), heard.slice(0, 200)).toBe(true);
  expect(taken).toBeLessThan(200_000_000);
  for (const socket of slow) socket.destroy();
  await expectAlive(rung);
});

test('guessing the token or the cookie ends after 20 misses, and the owner goes on', async ({ rung }) => {
  const target = await openTarget(rung);
  const guess = (path: string, header: string, body: string) =>
    say(
      target.port,
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\nOrigin: http://127.0.0.1:${target.port}\r\nX-Rung: 1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n${header}Connection: close\r\n\r\n${body}`,
    );
  const statuses: string[] = [];
  for (let miss = 0; miss < 25; miss++) {
    const heard = await (miss % 2
      ? guess('/session', '', '{"token":"guess"}')
      : guess('/rpc/entries.list', `Cookie: ${target.cookie.split('=')[0]}=guess${miss}\r\n`, '{}'));
    statuses.push(heard.slice(9, 12));
  }
  expect(new Set(statuses.slice(0, 20))).toEqual(new Set(['401']));
  expect(statuses.at(-1)).toBe('429');
  await expectAlive(rung);
});

test('no page of another origin or a rebound name reads or writes, by any means a browser has', async ({
  rung,
  launchOptions,
}) => {
  test.slow();
  const target = await openTarget(rung);
  const before = await rung.request('entries.list', {});
  const evil = await listen(target.port);
  const rebound = await chromium.launch({
    ...launchOptions,
    args: ['--host-resolver-rules=MAP evil.test 127.0.0.1, MAP other.test 127.0.0.1'],
  });
  const stranger = await rebound.newPage();
  // The user's own browser, which has the cookie, on a page that lies on another port of this machine.
  const own = await rung.page.context().newPage();
  const outcomes: string[] = [];
  for (const page of [stranger, own]) {
    const from = page === own ? `http://127.0.0.1:${evil.port}/` : `http://evil.test:${evil.port}/`;
    for (const host of ['127.0.0.1', 'localhost', '0.0.0.0', '[::1]', 'evil.test']) {
      if (page === own && host === 'evil.test') continue;
      await page.goto(from);
      outcomes.push(...(await attack(page, `http://${host}:${target.port}`)));
    }
  }
  // A name that was rebound: the page and what it asks have one origin, so the browser itself holds nothing back.
  const answer = await stranger.goto(`http://evil.test:${target.port}/`);
  outcomes.push(
    `${answer?.status()}`,
    await stranger.content(),
    ...(await attack(stranger, `http://evil.test:${target.port}`)),
  );
  evil.close();
  await rebound.close();
  await own.close();
  expect(outcomes.length).toBeGreaterThan(60);
  expect(outcomes.filter((one) => one.includes(SECRET))).toEqual([]);
  // The page itself may be asked for by the address bar; its cookie is for no script.
  expect(await rung.page.evaluate(() => document.cookie)).toBe('');
  expect(await rung.request('entries.list', {})).toEqual(before);
});

async function openTarget(rung: Rung): Promise<Target> {
  await startJournal(rung);
  await rung.request('entries.create', { kind: 'win', title: `A ${SECRET}`, body: SECRET, visibility: 'shareable' });
  const [cookie] = await rung.page.context().cookies();
  return { port: Number(new URL(rung.page.url()).port), cookie: `${cookie!.name}=${cookie!.value}` };
}

async function expectAlive(rung: Rung): Promise<void> {
  const { entries } = await rung.request('entries.list', {});
  expect(entries.map(({ title }) => title)).toEqual([`A ${SECRET}`]);
}

async function listen(target: number): Promise<{ port: number; close(): Server }> {
  const page = `<!doctype html><title>evil</title><img src="http://127.0.0.1:${target}/rpc/entries.list">`;
  const server = createServer((_request, answer) => answer.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** Everything a page can do to another address; what it learned of it. */
function attack(page: Page, target: string): Promise<string[]> {
  return page.evaluate(async (origin) => {
    const learned: string[] = [];
    const limit = (act: Promise<unknown>) =>
      Promise.race([act, new Promise((resolve) => setTimeout(resolve, 1_500, 'no answer'))]).then(String, String);
    const read = async (url: string, init: RequestInit) => {
      const answer = await fetch(url, init);
      return `${answer.type} ${answer.status} ${await answer.text()}`;
    };
    const load = (name: string, fields: object) =>
      limit(
        new Promise((resolve) => {
          const element = Object.assign(document.createElement(name), fields);
          element.addEventListener('load', () => resolve(`${name} loaded`));
          element.addEventListener('error', () => resolve(`${name} failed`));
          document.body.append(element);
        }),
      );
    const body = '{"kind":"win","title":"Forged"}';
    const list = `${origin}/rpc/entries.list`;
    const json = { 'content-type': 'application/json', 'x-rung': '1' };
    const credentials = 'include' as const;
    const attempts = [
      limit(read(list, { method: 'POST', body: '{}', headers: json, credentials })),
      limit(read(list, { method: 'POST', body: '{}', mode: 'no-cors', credentials })),
      limit(read(`${origin}/rpc/entries.create`, { method: 'POST', body, mode: 'no-cors', credentials })),
      limit(read(list, { credentials, mode: 'no-cors' })),
      limit(read(`${origin}/session`, { method: 'POST', body: '{"token":"x"}', mode: 'no-cors', credentials })),
      limit(read(list, { method: 'PUT', body: '{}', headers: json, credentials })),
      limit(
        Promise.resolve(navigator.sendBeacon(`${origin}/rpc/entries.create`, new Blob([body], { type: 'text/plain' }))),
      ),
      limit(
        new Promise((resolve) => {
          const socket = new WebSocket(origin.replace('http', 'ws'));
          socket.addEventListener('message', ({ data }) => resolve(data));
          socket.addEventListener('open', () => resolve('opened'));
          socket.addEventListener('error', () => resolve('refused'));
        }),
      ),
      limit(
        new Promise((resolve) => {
          const source = new EventSource(list, { withCredentials: true });
          source.addEventListener('message', ({ data }) => resolve(data));
          source.addEventListener('error', () => (source.close(), resolve('refused')));
        }),
      ),
      load('img', { src: list }),
      load('script', { src: list }),
      load('link', { rel: 'stylesheet', href: list }),
    ];
    learned.push(...(await Promise.all(attempts)));
    const frame = document.createElement('iframe');
    frame.name = 'sink';
    frame.src = `${origin}/`;
    document.body.append(frame);
    const form = Object.assign(document.createElement('form'), {
      action: `${origin}/rpc/entries.create`,
      method: 'post',
      target: 'sink',
      enctype: 'text/plain',
    });
    form.append(Object.assign(document.createElement('input'), { name: body, value: '' }));
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 300));
    try {
      learned.push(frame.contentDocument?.documentElement.outerHTML ?? 'no document');
    } catch (error) {
      learned.push(String(error));
    }
    return learned;
  }, target);
}
