import { app } from 'electron';
import type { DesktopHandlers, DesktopState, Preferences } from '../../shared/contract/desktop-contract.ts';
import { captureCommand } from './capture-command.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import { createQuickCapture, type QuickCapture } from './quick-capture.ts';
import { createCaptureKey, isWayland } from './shortcuts.ts';
import { createTrayIcon } from './tray.ts';
import { hasWindow, showWindow } from './window.ts';

/** What makes Rung a part of the desktop: quick capture, its key, the icon, and how long it goes on running. */
export interface Desktop {
  capture: QuickCapture;
  handlers: Pick<
    DesktopHandlers,
    | 'preferences.get'
    | 'preferences.save'
    | 'key.try'
    | 'capture.open'
    | 'capture.question'
    | 'capture.hide'
    | 'capture.fit'
  >;
  /** Ends the app when nothing of it is in sight any more and it is not wanted in the background. */
  quitIfUnseen(): void;
}

/** Takes the key and shows the icon as this machine's preferences say. */
export function createDesktop(): Desktop {
  let preferences = readPreferences();
  const quitIfUnseen = () => {
    const isWanted = process.platform === 'darwin' || preferences.keepsRunning || hasWindow() || capture.isOpen();
    if (!isWanted) app.quit();
  };
  const capture = createQuickCapture(quitIfUnseen);
  const key = createCaptureKey(() => capture.open());
  const tray = createTrayIcon({ capture: () => capture.open(), open: showWindow });

  let problems = apply(preferences);
  function apply({ captureKey, hasTray }: Preferences) {
    return { keyProblem: key.use(captureKey), trayProblem: tray.show(hasTray) };
  }
  const state = (): DesktopState => ({ preferences, ...problems, captureCommand: captureCommand(), isWayland });

  return {
    capture,
    quitIfUnseen,
    handlers: {
      'preferences.get': async () => state(),
      'preferences.save': async (next) => {
        writePreferences(next);
        preferences = next;
        problems = apply(next);
        return state();
      },
      'key.try': async () => ({ isHeard: await key.tryOut() }),
      ...captureHandlers(capture),
    },
  };
}

function captureHandlers(capture: QuickCapture) {
  return {
    'capture.open': async () => (capture.open(), {}),
    'capture.question': async () => ({ question: capture.question() }),
    'capture.hide': async () => (capture.hide(), {}),
    'capture.fit': async ({ height }: { height: number }) => (capture.fit(height), {}),
  };
}
