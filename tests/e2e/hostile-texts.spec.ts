import { draftsOfHostilePeople, hostileDrafts, hostileTexts, toLine } from '../hostile/hostile-texts.ts';
import { expect, test, type Rung } from './rung.ts';
import { startJournal } from './steps.ts';

/** Almost 500 hostile texts on every page that shows one, in the app and in a browser: nothing runs, loads or leads away. */

/** Pages of the list, each with so many texts in every field. */
const A_PAGE = 60;

test('hostile texts are only ever text, on every page', async ({ rung }) => {
  test.setTimeout(150_000);
  await startJournal(rung);
  const drafts = hostileDrafts(hostileTexts);
  await rung.request('entries.createMany', drafts);
  await rung.request('profile.save', {
    name: toLine(hostileTexts[0]!.text, 100),
    currentTitle: '<img src=x onerror=window.__pwned=1>',
    targetTitle: '<svg onload=window.__pwned=1>',
  });
  const { entries } = await rung.request('entries.list', { limit: 500 });
  // A second version of a few, for the page of differences.
  const changed = entries.slice(0, 6);
  for (const { id, revision, kind, occurredOn, title } of changed) {
    const content = { kind, occurredOn, title: title.slice(0, 250), body: '<img src=y onerror=window.__pwned=1>' };
    await rung.request('entries.update', { id, baseRevision: revision, content });
  }
  const watch = await watchPage(rung);
  const visited: string[] = [];
  const visit = async (what: string, hash: string) => {
    await rung.page.evaluate((to) => (location.hash = to), hash);
    await rung.page.waitForTimeout(60);
    visited.push(what);
  };

  await visit('list', '#/journal');
  for (let page = 0; page < drafts.length / A_PAGE; page++) {
    await rung.page.getByRole('region', { name: 'Entries' }).hover();
    await rung.page.mouse.wheel(0, A_PAGE * 40);
    await rung.page.waitForTimeout(30);
  }
  for (const { id } of entries.filter((_, at) => at % 8 === 0)) await visit('reader', `#/journal/${id}`);
  for (const query of ['img', 'script', 'evil', 'javascript', 'svg', '"onerror"', 'tag:x']) {
    await visit('find', '#/journal');
    await rung.page.keyboard.press('Escape');
    await rung.page.keyboard.press('/');
    await rung.page.keyboard.type(query);
    await rung.page.waitForTimeout(150);
  }
  for (const { id } of changed) {
    await visit('history', `#/journal/${id}`);
    const versions = rung.page.getByRole('button', { name: /\d+ versions/ });
    if (await versions.isVisible()) await versions.click();
    await rung.page.waitForTimeout(60);
    await visit('editor', `#/journal/${id}`);
    await rung.page.keyboard.press('e');
    await rung.page.waitForTimeout(100);
    await rung.page.keyboard.press('Escape');
  }
  for (const id of ['architecture', 'mentoring']) await visit('criterion', `#/criteria/${id}`);
  await visit('packet', '#/packet');
  await expect(rung.page.getByRole('region', { name: 'Preview' })).toContainText('onerror');
  await rung.page.getByRole('button', { name: 'Markdown' }).click();
  await rung.request('entries.createMany', draftsOfHostilePeople(hostileTexts));
  for (const [at, entry] of (await rung.request('entries.list', { limit: 480 })).entries.entries()) {
    if (at % 24 === 0) await visit('people', `#/journal/${entry.id}`);
  }
  await visit('settings', '#/settings');
  await rung.page.keyboard.press('Control+k');
  await rung.page.keyboard.type('img src');
  await rung.page.waitForTimeout(200);
  await rung.page.keyboard.press('Escape');

  expect(await watch.read()).toEqual({ pwned: [], dialogs: 0, strange: [], frames: [], asked: [] });
  expect(visited.length).toBeGreaterThan(80);
});

/** Counts from now on what a hostile text could reach. */
async function watchPage({ page, shell }: Rung) {
  let dialogs = 0;
  const asked: string[] = [];
  const own = new URL(page.url()).origin;
  const frames: string[] = [];
  page.on('dialog', (dialog) => (dialogs++, void dialog.dismiss()));
  page.on('request', (request) => {
    const isOwn = shell === 'electron' ? request.url().startsWith('app://rung/') : request.url().startsWith(`${own}/`);
    if (!isOwn && !request.url().startsWith('data:')) asked.push(request.url());
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !/^(?:app:\/\/rung|http:\/\/127\.0\.0\.1:\d+)\/#/.test(frame.url()))
      frames.push(frame.url());
  });
  await page.evaluate(() => {
    const found = new Set<string>();
    Object.assign(window, { found });
    // Elements that no page of Rung has: one of them is a text that became more than text.
    const never =
      'script:not([nonce]):not([src]), iframe, object, embed, base, form[action], link[href*="evil"], [src*="evil"], [srcset], math, marquee, meta[http-equiv="refresh" i]';
    const look = () => {
      for (const one of document.querySelectorAll(never)) found.add(one.outerHTML.slice(0, 200));
      // An address of the web is for the user to follow, and is told nothing of where they came from.
      for (const { href, rel, protocol, origin, outerHTML } of document.querySelectorAll('a')) {
        const isLink = /^(?:https?|mailto):$/.test(protocol) && rel === 'noreferrer';
        if (href !== '' && !isLink && origin !== location.origin) found.add(outerHTML.slice(0, 200));
      }
      for (const one of document.querySelectorAll('*')) {
        for (const { name } of one.attributes) if (name.startsWith('on')) found.add(`${one.tagName} ${name}`);
      }
    };
    new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true });
    look();
  });
  return {
    read: async () => ({
      ...(await page.evaluate(() => ({
        pwned: Object.keys(window).filter((key) => key.includes('pwned')),
        strange: [...(window as unknown as { found: Set<string> }).found],
      }))),
      dialogs,
      frames,
      asked,
    }),
  };
}
