import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerLinks, askDesktop } from './desktop-asker.ts';
import { expect, test } from './rung.ts';
import { isRoot } from './shells.ts';

/** What the main process must never do, whoever asks. */

test('the page’s files are served and nothing else, always with the policy', async ({ rung }) => {
  const addresses = [
    '',
    'index.html',
    'none.js',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '..%5c..%5cpackage.json',
    'a%00.js',
    '.gitignore',
    `${'x'.repeat(5000)}.js`,
  ];
  const answers = await rung.electron.evaluate(async ({ net }, paths) => {
    const read = async (url: string, method = 'GET') => {
      const answer = await net.fetch(url, { method }).catch(() => null);
      if (!answer) return 'blocked';
      return `${answer.status} ${answer.headers.get('content-security-policy')?.split(';')[0]}`;
    };
    return [
      ...(await Promise.all(paths.map((path) => read(`app://rung/${path}`)))),
      await read('app://evil/'),
      await read('app://rung.evil/'),
      await read('app://rung/', 'POST'),
    ];
  }, addresses);
  const policy = "default-src 'none'";
  const missing = Array.from({ length: 7 }, () => `404 ${policy}`);
  expect(answers).toEqual([`200 ${policy}`, `200 ${policy}`, ...missing, 'blocked', 'blocked', `404 ${policy}`]);
});

test('every window is locked down', async ({ rung }) => {
  const preferences = await rung.electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) =>
        (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences(),
      ),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const one of preferences)
    expect(one).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      experimentalFeatures: false,
    });
});

test('the system’s sandbox holds every page', async ({ rung }) => {
  test.skip(isRoot || process.platform !== 'linux', 'needs Linux and an ordinary user');
  const pids = await rung.electron.evaluate(({ app }) =>
    app.getAppMetrics().flatMap(({ type, pid }) => (type === 'Tab' ? [pid] : [])),
  );
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\s+2$/m);
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
  }
});

test('a page of another origin is refused, even with the same preload', async ({ rung }) => {
  const replies = await rung.electron.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
    const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await foreign.loadURL('data:text/html,<h1>evil</h1>');
    const said = (await foreign.webContents.executeJavaScript(`Promise.all([
      window.rung.desktop('journal.reveal', {}),
      window.rung.desktop('file.save', { suggestedName: 'a.md', text: 'a' }),
      Promise.race([window.rung.request('entries.list', {}), new Promise((r) => setTimeout(r, 500, 'no port'))]),
    ])`)) as unknown[];
    foreign.destroy();
    return said;
  });
  const refused = { ok: false, error: { code: 'invalid', message: 'Only the page of a Rung window may ask this.' } };
  expect(replies).toEqual([refused, refused, 'no port']);
});

test('only web and mail addresses are opened, and only after a yes', async ({ rung }) => {
  const good = ['https://example.com/a?b=c', 'mailto:sam@example.com', 'HtTpS://example.com/'];
  const bad = [
    'http://example.com/',
    'file:///etc/passwd',
    'smb://host/x',
    '\\\\host\\share',
    'ms-msdt:/id',
    'search-ms:q',
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'app://rung/',
    'https://user:pass@evil.test/',
    'https://',
    ' ',
    `https://example.com/${'x'.repeat(2_000)}`,
    '../x',
    'C:\\Windows\\calc.exe',
  ];
  const opened = await answerLinks(rung, 1, [...bad, ...good]);
  expect(opened.asked).toEqual(['https://example.com/a?b=c', 'mailto:sam@example.com', 'https://example.com/']);
  expect(opened.opened).toEqual(opened.asked);
  expect((await answerLinks(rung, 0, good)).opened).toEqual([]);
});

test('the save dialog starts in the documents, whatever name the page suggests', async ({ rung }) => {
  const names = ['packet.md', '../../.bashrc', '/etc/passwd', 'a\\b:c*?.md', '...', 'con\0.md'];
  const paths = await rung.electron.evaluate(({ dialog, app }) => {
    const asked: (string | undefined)[] = [];
    Object.assign(globalThis, { asked, documents: app.getPath('documents') });
    dialog.showSaveDialog = (...given: unknown[]) => {
      asked.push((given.at(-1) as { defaultPath?: string }).defaultPath);
      return Promise.resolve({ canceled: true, filePath: '' });
    };
    return app.getPath('documents');
  });
  for (const suggestedName of names) {
    expect(await askDesktop(rung, 'file.save', { suggestedName, text: 'x' })).toEqual({
      ok: true,
      value: { fileName: null },
    });
  }
  const asked = await rung.electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  expect(asked).toEqual(
    ['packet.md', '-..-.bashrc', '-etc-passwd', 'a-b-c--.md', 'rung', 'con-.md'].map((name) => join(paths, name)),
  );
});

test('calls that make no sense come back as data', async ({ rung }) => {
  for (const [method, input] of [
    ['file.save', {}],
    ['file.save', null],
    ['file.save', { suggestedName: '', text: 'x' }],
    ['file.save', { suggestedName: 'a', text: 7 }],
    ['link.open', { url: 'https://a.test', more: 1 }],
    ['journal.reveal', []],
  ] as const) {
    expect(await askDesktop(rung, method, input)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  }
  for (const method of ['no.method', '__proto__', 'toString', '']) {
    expect(await askDesktop(rung, method, {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
  }
});
