// What runs in the page has to carry its functions along.
// oxlint-disable unicorn/consistent-function-scoping
import { chromium } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './rung.ts';
import { startJournal, writeEntry } from './steps.ts';

/** What a page elsewhere in the user's browser could try against the server on this machine. */

test('a second browser does not get in with the address that was used', async ({ rung, browser }) => {
  await startJournal(rung);
  await writeEntry(rung, 'Win', 'A private line');
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(rung.page.url());
  await expect(stranger.getByText('is not connected to your journal').first()).toBeVisible();
  await expect(stranger.getByText('A private line')).toHaveCount(0);
  await stranger.context().close();
});

test('a name that was pointed at this machine leads nowhere', async ({ rung, launchOptions }) => {
  const { port } = new URL(rung.page.url());
  const rebound = await chromium.launch({ ...launchOptions, args: ['--host-resolver-rules=MAP evil.test 127.0.0.1'] });
  const page = await rebound.newPage();
  for (const path of ['/', '/rpc/entries.list', '/index.html']) {
    const answer = await page.goto(`http://evil.test:${port}${path}`);
    expect(answer?.status()).toBe(421);
    expect(await answer?.text()).toBe('Rung answers to its own address only.\n');
  }
  await rebound.close();
});

test('a page of another origin in the same browser can neither read nor write', async ({ rung }) => {
  await startJournal(rung);
  await writeEntry(rung, 'Win', 'A private line');
  const before = await rung.request('entries.list', {});
  const { origin } = new URL(rung.page.url());
  const evil = createServer((_request, answer) => answer.setHeader('content-type', 'text/html').end('<p>evil</p>'));
  await new Promise<void>((listening) => evil.listen(0, '127.0.0.1', listening));
  // The same context: the browser would send the session's cookie along wherever its own rules let it.
  const page = await rung.page.context().newPage();
  await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
  const outcome = await page.evaluate(async (target) => {
    const url = `${target}/rpc/entries.create`;
    const body = JSON.stringify({ kind: 'win', title: 'Forged' });
    const refused = (sent: Promise<unknown>) =>
      sent.then(
        () => 'answered',
        () => 'refused',
      );
    const json = { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-rung': '1' } };
    const outcomes = {
      cors: await refused(fetch(url, { ...json, credentials: 'include' })),
      simple: await fetch(url, { method: 'POST', body, mode: 'no-cors', credentials: 'include' }).then(
        (answer) => answer.type,
        () => 'refused',
      ),
      socket: await new Promise((resolve) => {
        const socket = new WebSocket(target.replace('http', 'ws'));
        socket.addEventListener('open', () => resolve('answered'));
        socket.addEventListener('error', () => resolve('refused'));
      }),
    };
    const frame = document.body.appendChild(
      Object.assign(document.createElement('iframe'), { src: `${target}/`, name: 'sink' }),
    );
    const form = Object.assign(document.createElement('form'), {
      action: url,
      method: 'post',
      target: 'sink',
      enctype: 'text/plain',
    });
    form.append(Object.assign(document.createElement('input'), { name: body, value: '' }));
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    return outcomes;
  }, origin);
  evil.close();
  await page.close();
  expect(outcome).toEqual({ cors: 'refused', simple: expect.stringMatching(/opaque|refused/), socket: 'refused' });
  expect(await rung.request('entries.list', {})).toEqual(before);
});
