import { expect, type Rung } from '../rung.ts';
import { isRoot } from '../shells.ts';
import { composer } from '../steps.ts';
import { poisonAndAsk } from './attacks.ts';
import { expectPreference, listContents, PREFERENCES, readPreferences } from './preferences.ts';
import { listProcesses, namespacesOf } from './processes.ts';

/** An item holds unless this throws. */
export type Item = (rung: Rung) => Promise<void>;

const POLICY =
  "default-src 'none'; script-src 'self' 'nonce-N'; style-src 'self' 'nonce-N'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";

/** Items 1 to 10: what a page is made with, and what it may do. */
export const pageItems: Record<string, Item> = {
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
};
