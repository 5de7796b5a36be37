import { app, session, type Session, type WebContents } from 'electron';
import { isOwnAddress, ORIGIN } from './origin.ts';

/** Nothing leaves this machine: no name is ever looked up, and Chromium's own errands are off. Before Electron is ready. */
export function cutNetwork(): void {
  // As root Chromium runs only without its sandbox, and then it must not be asked for.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('no-proxy-server');
}

/** Denies the page every request and permission it has no use for. Before the first window. */
export function lockSession(): void {
  const own = session.defaultSession;
  denyPermissions(own);
  blockRequests(own);
  // An empty list is the only thing that keeps Chromium from fetching a dictionary (electron#22995). macOS checks by itself.
  if (process.platform !== 'darwin') own.setSpellCheckerLanguages([]);
}

/** Keeps every page, now and later, where it is: no way to another address, no further window. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => keepAtHome(event, event.url));
  contents.on('will-redirect', (event) => keepAtHome(event, event.url));
  contents.on('will-frame-navigate', (event) => keepAtHome(event, event.url));
  contents.on('did-navigate', (_event, address) => leaveBlank(contents, address));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** A blank page comes without a request and so past the guards above. What was typed is a draft by then. */
function leaveBlank(contents: WebContents, address: string): void {
  if (address.startsWith('about:')) void contents.loadURL(`${ORIGIN}/`);
}

/** A reload of the page is the only navigation there is. */
function keepAtHome(event: Electron.Event, address: string): void {
  if (!isOwnAddress(address) || new URL(address).pathname !== '/') event.preventDefault();
}

function denyPermissions(own: Session): void {
  own.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isAllowed(permission, requestingUrl)),
  );
  own.setPermissionCheckHandler((_contents, permission, asker) => isAllowed(permission, asker));
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}

/** Copying is all the page asks of the system. */
function isAllowed(permission: string, asker: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnAddress(asker);
}

function blockRequests(own: Session): void {
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    const isLocal = isOwnAddress(url) || /^(?:devtools|data|blob):/.test(url);
    answer({ cancel: !isLocal });
  });
}
