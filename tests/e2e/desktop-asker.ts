import type { Rung } from './rung.ts';

/** Addresses that start a program, read a file, sign in somewhere or pretend to be another: none of them is ever opened. */
export const hostileLinks: string[] = [
  'http://example.com/',
  'file:///etc/passwd',
  'FILE:///etc/passwd',
  'file://host/share',
  'smb://host/x',
  'nfs://host/x',
  '\\\\host\\share',
  '\\\\?\\C:\\x',
  '//evil.test/x',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'ms-word:ofe|u|x',
  'ms-settings:',
  'ms-officecmd:{}',
  'shell:startup',
  'vscode://file/etc',
  'slack://x',
  'zoommtg://x',
  'steam://run/1',
  'tel:1',
  'sms:1',
  'facetime:x',
  'itms:x',
  'x-apple.systempreferences:',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'app://rung/',
  'app://rung.evil/',
  'chrome://gpu',
  'devtools://devtools',
  'about:blank',
  'view-source:https://a.test',
  'blob:https://a.test/x',
  'filesystem:https://a.test/x',
  'ftp://a.test',
  'sftp://a.test',
  'ssh://a.test',
  'telnet://a.test',
  'ldap://a.test',
  'gopher://a.test',
  'ws://a.test',
  'wss://a.test',
  'jar:https://a.test!/x',
  'mhtml:https://a.test',
  'intent://x#Intent;end',
  'market://x',
  'magnet:?xt=x',
  'irc://a.test',
  'git://a.test',
  'https://user@evil.test/',
  'https://user:pass@evil.test/',
  'https://good.test@evil.test/',
  'https://:x@evil.test/',
  'https://',
  'https:',
  'httpss://a.test',
  ' ',
  '',
  'x',
  '../x',
  '/etc/passwd',
  'C:\\Windows\\calc.exe',
  'C:/x',
  'https//a.test',
  '%68ttps://a.test',
  'https://[::1',
  'https://a test/',
  `https://example.com/${'x'.repeat(10_000)}`,
  'https://\0evil.test/',
  'h\u200bttps://a.test',
  '\u202ehttps://a.test',
];

/** Asks the main process from within the page. */
export function askDesktop({ page }: Rung, method: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, given]) =>
      (window as unknown as { rung: { desktop(method: unknown, input: unknown): Promise<unknown> } }).rung.desktop(
        name,
        given,
      ),
    [method, input] as const,
  );
}

/** Asks for each link with this answer given in the dialog; what the dialog showed and what was opened. */
export async function answerLinks(rung: Rung, response: number, urls: string[]) {
  await rung.electron.evaluate(({ dialog, shell }, chosen) => {
    const links = { asked: [] as (string | undefined)[], opened: [] as string[] };
    Object.assign(globalThis, { links });
    dialog.showMessageBox = ((options: { detail?: string }) => {
      links.asked.push(options.detail);
      return Promise.resolve({ response: chosen, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    shell.openExternal = (url) => Promise.resolve(void links.opened.push(url));
  }, response);
  for (const url of urls) await askDesktop(rung, 'link.open', { url });
  return rung.electron.evaluate(
    () => (globalThis as unknown as { links: { asked: string[]; opened: string[] } }).links,
  );
}
