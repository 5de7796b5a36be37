import { app, Menu, Tray } from 'electron';
import { drawTrayIcon } from './tray-icon.ts';

const NO_PLACE =
  'This desktop has no place for icons of running programs. GNOME gets one with the extension AppIndicator.';

/** What the icon's menu does. */
export interface TrayActions {
  capture: () => void;
  open: () => void;
}

/** The icon in the tray, or in the menu bar on macOS. */
export interface TrayIcon {
  /** Shows or removes it. Returns why it cannot be shown, or null. */
  show(isWanted: boolean): string | null;
}

/** No icon yet. */
export function createTrayIcon(actions: TrayActions): TrayIcon {
  let tray: Tray | undefined;
  return {
    show(isWanted) {
      if (!isWanted) {
        tray?.destroy();
        tray = undefined;
        return null;
      }
      try {
        tray ??= openTray(actions);
        return null;
      } catch {
        return NO_PLACE;
      }
    },
  };
}

/** The lines of the icon's menu. */
export function trayMenu({ capture, open }: TrayActions): Menu {
  return Menu.buildFromTemplate([
    { label: 'Log Something…', click: capture },
    { label: 'Open Rung', click: open },
    { type: 'separator' },
    { label: 'Quit', click: () => app.quit() },
  ]);
}

function openTray(actions: TrayActions): Tray {
  const tray = new Tray(drawTrayIcon(process.platform === 'darwin'));
  tray.setToolTip('Rung');
  tray.setContextMenu(trayMenu(actions));
  // On macOS the click opens the menu by itself.
  if (process.platform !== 'darwin') tray.on('click', actions.capture);
  return tray;
}
