// What runs in the page has to carry its functions along, and here it tries what is harmful.
// oxlint-disable unicorn/consistent-function-scoping, no-eval, typescript/no-implied-eval, no-extend-native
import fc from 'fast-check';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { anyInput } from '../hostile/mutate.ts';
import { answerLinks, askDesktop, hostileLinks } from './desktop-asker.ts';
import { expect, test, type Rung } from './rung.ts';
import { isRoot } from './shells.ts';
import { composer, startJournal } from './steps.ts';

/** Electron's own security checklist, item by item, in the running app. https://www.electronjs.org/docs/latest/tutorial/security */

const root = join(import.meta.dirname, '..', '..');

/** What Electron says of every page of Rung. Nothing else is on. */
const PREFERENCES = {
  allowRunningInsecureContent: false,
  contextIsolation: true,
  enableBlinkFeatures: '',
  experimentalFeatures: false,
  javascript: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
};

const POLICY =
  "default-src 'none'; script-src 'self' 'nonce-N'; style-src 'self' 'nonce-N'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";

/** Holes that are known, and the version that closed each. */
const ADVISORIES = { 'CVE-2026-34780': '42.0.0', 'CVE-2026-70610': '42.0.0' };

const items: Record<string, (rung: Rung) => Promise<void>> = {
  'only load secure content': async ({ page }) => {
    const loaded = await page.evaluate(() => {
      const asked = [...document.querySelectorAll('[src], link[href]')].map((one) =>
        one instanceof HTMLLinkElement ? one.href : (one as HTMLScriptElement).src,
      );
      const read = performance.getEntriesByType('resource').map(({ name }) => name);
      return [location.href, ...asked, ...read].map((url) => new URL(url).protocol);
    });
    expect(loaded.length).toBeGreaterThan(2);
    expect(new Set(loaded)).toEqual(new Set(['app:']));
  },

  'no Node.js for what is loaded': async ({ page }) => {
    const found = await page.evaluate(() => {
      const names = ['require', 'process', 'module', 'Buffer', '__dirname', 'global', 'ipcRenderer', 'electron'];
      const frame = document.body.appendChild(document.createElement('iframe'));
      const has = [window, frame.contentWindow].flatMap((one) => names.filter((name) => one && name in one));
      frame.remove();
      return has;
    });
    expect(found).toEqual([]);
  },

  'context isolation': async (rung) => {
    expect(await readPreferences(rung)).toEqual((await listContents(rung)).map(() => PREFERENCES));
    expect(await poisonAndAsk(rung)).toEqual({ status: true, refused: 'invalid', unknown: 'not-found' });
    await rung.page.reload();
    await expect(composer(rung)).toBeVisible();
  },

  'process sandboxing': async (rung) => {
    const processes = listProcesses(rung.electron.process().pid!);
    if (isRoot || process.platform !== 'linux') return;
    expect(processes.filter(({ argv }) => argv.includes('--no-sandbox'))).toEqual([]);
    const pages = processes.filter(({ argv }) => argv.includes('--type=renderer'));
    expect(pages.length).toBeGreaterThan(0);
    for (const { status, namespaces } of pages) {
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      expect(namespaces).not.toEqual(namespacesOf('self'));
    }
  },

  'session permission requests': async ({ page }) => {
    const granted = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
        'background-sync',
        'storage-access',
        'local-fonts',
        'window-management',
        'idle-detection',
      ];
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => `${name} ${state}`,
            () => `${name} unknown`,
          ),
        ),
      );
      return states.filter((state) => state.endsWith('granted'));
    });
    expect(granted).toEqual([]);
  },

  'webSecurity stays on': async ({ page }) => {
    const outcome = await page.evaluate(() =>
      fetch('app://other/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
  },

  'a content security policy': async ({ electron, page }) => {
    const policies = await electron.evaluate(async ({ net }) => {
      const paths = ['', 'index.html', 'none.js', '%2e%2e/x', '.git/config', 'a%00', `${'x'.repeat(5_000)}.js`];
      const answers = await Promise.all(paths.map((path) => net.fetch(`app://rung/${path}`)));
      answers.push(
        await net.fetch('app://rung/', { method: 'POST' }),
        await net.fetch('app://rung/', { method: 'DELETE' }),
      );
      return answers.map(({ headers }) =>
        headers.get('content-security-policy')?.replaceAll(/nonce-[\w+/=]{24}/g, 'nonce-N'),
      );
    });
    expect(new Set(policies)).toEqual(new Set([POLICY]));
    expect(policies).toHaveLength(9);
    const ran = await page.evaluate(async () => {
      const violated = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
      setTimeout(() => {
        for (const [tag, name] of [
          ['img', 'src'],
          ['script', 'src'],
          ['link', 'href'],
        ] as const) {
          const element = document.createElement(tag);
          if (tag === 'link') element.setAttribute('rel', 'stylesheet');
          try {
            element.setAttribute(name, 'https://evil.test/x');
          } catch {
            violated.add('trusted types');
          }
          document.body.append(element);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      return [...violated].sort();
    });
    expect(ran).toEqual(expect.arrayContaining(['img-src', 'style-src-elem', 'trusted types']));
  },

  'allowRunningInsecureContent stays off': (rung) => expectPreference(rung, { allowRunningInsecureContent: false }),

  'experimental features stay off': (rung) => expectPreference(rung, { experimentalFeatures: false }),

  'enableBlinkFeatures is not used': async (rung) => {
    const all = listProcesses(rung.electron.process().pid!).map(({ argv }) => argv);
    expect(all.filter((argv) => argv.includes('--enable-blink-features') && !argv.includes('--type='))).toEqual([]);
    await expectPreference(rung, { enableBlinkFeatures: '' });
  },

  'allowpopups is not used': async ({ page }) => {
    expect(await page.evaluate(() => document.querySelectorAll('webview').length)).toBe(0);
  },

  'webviews are stopped before they are attached': async (rung) => {
    const made = await rung.electron.evaluate(async ({ BrowserWindow, webContents }) => {
      // Even in a window that would allow them.
      const open = new BrowserWindow({ show: false, webPreferences: { webviewTag: true, sandbox: true } });
      await open.loadURL('data:text/html,<webview src="data:text/html,evil" nodeintegration></webview>');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const views = webContents.getAllWebContents().filter((one) => one.getType() === 'webview').length;
      open.destroy();
      return views;
    });
    expect(made).toBe(0);
  },

  'navigation is limited': async (rung) => {
    await composer(rung).fill('A draft nobody may lose');
    const before = await rung.page.evaluate(() => location.href);
    const devtools = await rung.page.context().newCDPSession(rung.page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', {
        type,
        x: 400,
        y: 300,
        data: { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 },
      });
    }
    await rung.page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: 'https://evil.test/',
        textContent: 'evil',
        id: 'evil',
      });
      link.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:99';
      const refresh = Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: '0;url=https://evil.test/',
      });
      const form = Object.assign(document.createElement('form'), { action: 'https://evil.test/', method: 'post' });
      document.head.append(refresh);
      document.body.append(link, form);
      form.submit();
      location.href = 'https://evil.test/';
    });
    await rung.page.mouse.click(10, 5, { button: 'middle' });
    await rung.page.mouse.click(10, 5, { modifiers: ['Control'] } as never);
    await rung.page.mouse.click(10, 5);
    await rung.page.waitForTimeout(400);
    const now = await rung.page.evaluate(() => {
      document.querySelector('#evil')?.remove();
      return {
        href: location.href,
        draft: document.querySelector<HTMLTextAreaElement>('[aria-label="What happened"]')?.value,
      };
    });
    expect(now).toEqual({ href: before, draft: 'A draft nobody may lose' });
    expect((await listContents(rung)).filter((url) => !url.startsWith('app://rung/'))).toEqual([]);
  },

  'new windows are denied': async (rung) => {
    const before = (await listContents(rung)).length;
    const opened = await rung.page.evaluate(() =>
      ['https://evil.test/', 'app://rung/', 'about:blank', 'javascript:1', ''].map((url) => window.open(url) === null),
    );
    expect(opened).toEqual([true, true, true, true, true]);
    expect((await listContents(rung)).length).toBe(before);
  },

  'openExternal takes no address from a stranger': async (rung) => {
    expect(hostileLinks.length).toBeGreaterThanOrEqual(60);
    expect(await answerLinks(rung, 1, hostileLinks)).toEqual({ asked: [], opened: [] });
    const good = ['https://example.com/a', 'mailto:sam@example.com'];
    expect(await answerLinks(rung, 1, good)).toEqual({ asked: good, opened: good });
    expect((await answerLinks(rung, 0, good)).opened).toEqual([]);
  },

  'a current version of Electron': async ({ electron }) => {
    const running = await electron.evaluate(() => process.versions['electron']!);
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: { electron: string };
    };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    for (const [advisory, closed] of Object.entries(ADVISORIES)) {
      for (const version of [running, devDependencies.electron]) {
        expect(
          version.localeCompare(closed, 'en', { numeric: true }),
          `${advisory} in ${version}`,
        ).toBeGreaterThanOrEqual(0);
      }
    }
  },

  'the sender of every message is checked': async (rung) => {
    const channels = await rung.electron.evaluate(({ ipcMain }) => [
      ...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
      ...ipcMain.eventNames().map(String),
    ]);
    expect(channels.filter((one) => !/^(?:[A-Z_]+|error)$/.test(one)).sort()).toEqual(['rung:connect', 'rung:desktop']);
    expect(new Set(await askAsStranger(rung))).toEqual(new Set(['Only the page of a Rung window may ask this.']));
    expect(await fuzzDesktop(rung, 1_000)).toEqual([]);
  },

  'no file protocol': async ({ page }) => {
    const outcomes = await page.evaluate(() =>
      Promise.all(
        [
          'file:///etc/passwd',
          'app://rung/../../../etc/passwd',
          'app://rung/..%2f..%2fetc/passwd',
          'app://rung/%2e%2e%5cpasswd',
          'app://rung//etc/passwd',
          'app://rung/a%00b.js',
          'app://rung/package.json',
        ].map((url) =>
          fetch(url).then(
            async (answer) => `${answer.status} ${(await answer.text()).includes('root:')}`,
            () => 'refused',
          ),
        ),
      ),
    );
    expect(outcomes).toEqual(['refused', ...Array.from({ length: 6 }, () => '404 false')]);
  },

  'the fuses are set': async () => {
    // What the finished binary says of them is read in app.package.ts.
    const [, block = ''] = readFileSync(join(root, 'electron-builder.yml'), 'utf8').split('electronFuses:\n');
    const fuses = Object.fromEntries(
      [...block.split('\n\n')[0]!.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, is]) => [name, is === 'true']),
    );
    expect(fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  },

  'no Electron API reaches the page': async ({ page }) => {
    const reached = await page.evaluate(() => {
      const seen = new Set<unknown>();
      const walk = (value: unknown, path: string): string[] => {
        if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return [];
        seen.add(value);
        const own = Object.getOwnPropertyNames(value).filter(
          (name) => !['length', 'name', 'prototype', 'arguments', 'caller'].includes(name),
        );
        return own.flatMap((name) => [
          `${path}.${name}`,
          ...walk((value as Record<string, unknown>)[name], `${path}.${name}`),
        ]);
      };
      return walk((window as unknown as { rung: object }).rung, 'rung');
    });
    expect(reached).toEqual(['rung.request', 'rung.desktop', 'rung.onCommand']);
  },
};

test('all 20 items of Electron’s checklist hold', async ({ rung }) => {
  test.setTimeout(120_000);
  await startJournal(rung);
  const failed: string[] = [];
  const lines: string[] = [];
  for (const [at, [name, check]] of Object.entries(items).entries()) {
    const error = await check(rung).then(
      () => null,
      (thrown: unknown) => String(thrown).slice(0, 1_500),
    );
    if (error !== null) failed.push(`${at + 1} ${name}: ${error}`);
    lines.push(`${error === null ? 'holds' : 'BROKEN'}  ${String(at + 1).padStart(2)}  ${name}`);
  }
  console.log(`${lines.join('\n')}\nElectron's checklist: ${lines.length - failed.length}/${lines.length}`);
  expect(failed).toEqual([]);
  expect(lines).toHaveLength(20);
});

async function listContents({ electron }: Rung): Promise<string[]> {
  return electron.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()));
}

/** What every page is made with: what is pinned above, and whatever else is on. */
async function readPreferences({ electron }: Rung): Promise<object[]> {
  const all = await electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((one) => (one as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()),
  );
  return all.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name, value]) => name in PREFERENCES || value === true)),
  );
}

async function expectPreference(rung: Rung, wanted: object): Promise<void> {
  for (const one of await readPreferences(rung)) expect(one).toMatchObject(wanted);
}

/** Spoils what every function of the page rests on, and asks on: the bridge lives in a world of its own. */
function poisonAndAsk({ page }: Rung) {
  return page.evaluate(async () => {
    const bridge = (
      window as unknown as {
        rung: Record<string, (a: unknown, b: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>;
      }
    ).rung;
    const evil = () => {
      throw new Error('poisoned');
    };
    // Put back at the end: the driver's own code runs in this world too.
    const spoiled: [object, string][] = [
      [Array.prototype, 'push'],
      [Map.prototype, 'set'],
      [Map.prototype, 'get'],
      [JSON, 'stringify'],
      [Function.prototype, 'call'],
      [MessagePort.prototype, 'postMessage'],
      [Object.prototype, 'ok'],
      [Object.prototype, 'method'],
      [Object.prototype, 'channel'],
    ];
    const before = spoiled.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name));
    for (const [owner, name] of spoiled)
      Object.defineProperty(owner, name, { value: evil, configurable: true, writable: true });
    const status = await bridge['request']!('journal.status', {});
    const refused = await bridge['desktop']!(
      'file.save',
      JSON.parse('{"__proto__": {"suggestedName": "a", "text": "b"}}'),
    );
    const unknown = await bridge['desktop']!('__proto__', {});
    for (const [at, [owner, name]] of spoiled.entries()) {
      delete (owner as Record<string, unknown>)[name];
      if (before[at]) Object.defineProperty(owner, name, before[at]);
    }
    return { status: status.ok, refused: refused.error?.code, unknown: unknown.error?.code };
  });
}

/** Calls every handler as a page of another origin, a frame within a page, and a frame that has gone would. */
function askAsStranger({ electron }: Rung): Promise<string[]> {
  return electron.evaluate(async ({ ipcMain }) => {
    type Handler = (event: object, input: unknown) => Promise<{ ok: boolean; error?: { message: string } }>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const strangers = [
      null,
      { parent: null, url: 'https://evil.test/' },
      { parent: null, url: 'app://rung.evil/' },
      { parent: null, url: 'app://rung@evil/' },
      { parent: null, url: 'file:///app/rung/' },
      { parent: null, url: 'about:blank' },
      { parent: null, url: '' },
      { parent: {}, url: 'app://rung/' },
    ];
    const said: string[] = [];
    for (const [channel, handler] of handlers) {
      if (!channel.startsWith('rung:')) continue;
      for (const senderFrame of strangers) {
        const reply = await handler({ senderFrame, sender: {} }, {});
        said.push(reply.ok ? 'was answered' : (reply.error?.message ?? ''));
      }
    }
    return said;
  });
}

/** Asks the main process for what nobody should: every answer is a refusal in words. */
async function fuzzDesktop({ page }: Rung, tries: number): Promise<string[]> {
  const json = (value: unknown) => {
    try {
      return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? 'null';
    } catch {
      return 'null';
    }
  };
  const inputs = fc.sample(anyInput, tries).map(json);
  return page.evaluate(async (given) => {
    const { desktop } = (
      window as unknown as {
        rung: {
          desktop(method: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string; message: string } }>;
        };
      }
    ).rung;
    // Not those that do something with no input at all.
    const methods = ['file.save', 'link.open', 'journal.reveal.x', 'capture.fit', 'no.method', '__proto__'];
    const faults: string[] = [];
    for (const [at, text] of given.entries()) {
      const input: unknown = JSON.parse(text);
      const reply = await (at % 7 === 6 ? desktop(input, input) : desktop(methods[at % methods.length], input));
      if (reply.ok || !['invalid', 'not-found'].includes(reply.error?.code ?? ''))
        faults.push(`${at}: ${JSON.stringify(reply)}`);
    }
    return faults.slice(0, 5);
  }, inputs);
}

interface Process {
  argv: string;
  status: string;
  namespaces: string[];
}

/** A process and all that it started, from Linux's own list. */
function listProcesses(pid: number): Process[] {
  if (process.platform !== 'linux') return [];
  const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '),
  );
  const own = { argv, status, namespaces: namespacesOf(pid) };
  return [own, ...children.filter(Boolean).flatMap((child) => listProcesses(Number(child)))];
}

function namespacesOf(pid: number | 'self'): string[] {
  try {
    return ['net', 'user'].map((name) => readlinkSync(`/proc/${pid}/ns/${name}`));
  } catch {
    return ['hidden'];
  }
}
