import { app, dialog } from 'electron';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RungError } from '../../shared/contract/errors.ts';
import { findHome, type Home } from '../files/home.ts';
import { makeFolder } from '../files/make-folder.ts';
import { createBackupDesktop } from './backup-desktop.ts';
import { startCore } from './core-process.ts';
import { createDesktop } from './desktop.ts';
import { handleDesktop } from './desktop-handlers.ts';
import { setMenu } from './menu.ts';
import { registerPageProtocol, servePage } from './protocol.ts';
import { watchReminders } from './reminders.ts';
import { cutNetwork, guardPages, lockSession } from './security.ts';
import { preferPortalKeys } from './shortcuts.ts';
import { openWindow, showWindow, whenWindowCloses } from './window.ts';

/** Milliseconds the journal's window has to itself before quick capture is made ready behind it. */
const CAPTURE_PAUSE = 400;

const cliFlag = process.argv.indexOf('--rung-cli');
if (cliFlag === -1) startDesktop();
// Awaited, so that Electron stays before its own start: no display is needed and none is looked for.
else await runCommandLine(process.argv.slice(cliFlag + 1));

function startDesktop(): void {
  const home = findHome();
  const journal = resolve(process.env['RUNG_JOURNAL'] || home.journal);
  if (!tryUseProfile(home)) return app.exit(1);
  // Before anything touches the journal: a second start must change nothing.
  if (!app.requestSingleInstanceLock()) return app.exit(0);

  cutNetwork();
  preferPortalKeys();
  guardPages();
  registerPageProtocol();
  closeAsUsersExpect();
  void openWhenReady(home, journal);
}

/** Nothing may wait for this: Electron is ready only after this module has run to its end. */
async function openWhenReady(home: Home, journal: string): Promise<void> {
  await app.whenReady();
  lockSession();
  servePage();
  const core = startCore(journal, home);
  stopBeforeQuit(core);
  const desktop = createDesktop();
  const { capture } = desktop;
  handleDesktop(journal, { ...desktop.handlers, ...createBackupDesktop(journal, core.request) });
  setMenu({ journal, onCapture: () => capture.open() });
  watchReminders({ request: core.request, onAnswer: (question) => capture.open(question) });
  whenWindowCloses(desktop.quitIfUnseen);
  app.on('second-instance', (_event, argv) => (isForCapture(argv) ? capture.open() : showWindow()));
  if (isForCapture(process.argv)) capture.open();
  else openWindow().once('ready-to-show', () => setTimeout(capture.prepare, CAPTURE_PAUSE));
}

/** Whether this start is for one line only, such as from a key that the desktop itself listens to. */
function isForCapture(argv: string[]): boolean {
  return argv.includes('--capture');
}

/** A home that cannot be one is told in words before anything is started. */
function tryUseProfile(home: Home): boolean {
  try {
    useProfile(home);
    return true;
  } catch (error) {
    if (!(error instanceof RungError)) throw error;
    dialog.showErrorBox('Rung cannot start', error.message);
    return false;
  }
}

/** A profile in each home, so that two homes run side by side and one home runs once. */
function useProfile({ desktopProfile }: Home): void {
  makeFolder(desktopProfile);
  app.setPath('userData', desktopProfile);
}

function closeAsUsersExpect(): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', showWindow);
}

/** Holds the end back until the journal is closed. */
function stopBeforeQuit(core: { stop(): Promise<void> }): void {
  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void core.stop().finally(() => {
      isStopped = true;
      quitSoon();
    });
  });
}

/** Not within the event itself: Electron takes no second quit before it has called off the first. */
function quitSoon(): void {
  setImmediate(() => app.quit());
}

/** The `rung` command inside the app: no window, no profile, no lock. `--` ends what Chromium reads for itself. */
async function runCommandLine(argv: string[]): Promise<never> {
  try {
    const entry = pathToFileURL(join(import.meta.dirname, 'run-cli.js')).href;
    const { runCli } = (await import(/* @vite-ignore */ entry)) as { runCli(argv: string[]): Promise<number> };
    process.exit(await runCli(argv[0] === '--' ? argv.slice(1) : argv));
  } catch (error) {
    // Electron would put an error window in front of somebody at a terminal.
    console.error(error);
    process.exit(1);
  }
}
