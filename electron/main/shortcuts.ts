import { app, globalShortcut } from 'electron';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds the user has to press the key when it is tried. */
const TRY_LIMIT = 10_000;

/** Whether the desktop runs on Wayland, which hands keys of other programs over only through a portal. */
export const isWayland = process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland';

/** The key that is heard in every program. */
export interface CaptureKey {
  /** Takes this key in the place of the one before; null gives it up. Returns why it does not work, or null. */
  use(key: string | null): string | null;
  /** Waits for the key; false when it did not come. While it waits, the key does nothing else. */
  tryOut(): Promise<boolean>;
}

/** Asks the desktop portal for keys on Wayland. Before Electron is ready. */
export function preferPortalKeys(): void {
  if (isWayland) app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
}

/** No key yet; `onPress` runs whenever the one that is used is pressed. */
export function createCaptureKey(onPress: () => void): CaptureKey {
  let used: string | null = null;
  let hear: (() => void) | undefined;
  const press = () => (hear ? hear() : onPress());
  app.on('will-quit', () => globalShortcut.unregisterAll());
  return {
    use(key) {
      if (used) globalShortcut.unregister(used);
      used = null;
      if (key === null) return null;
      if (!register(key, press)) {
        return `Another program, or the system itself, has ${keyToText(key)} already. Choose another key, or free it there.`;
      }
      used = key;
      return null;
    },
    async tryOut() {
      const isHeard = await Promise.race([
        new Promise<true>((resolve) => {
          hear = () => resolve(true);
        }),
        setTimeout(TRY_LIMIT, false as const, { ref: false }),
      ]);
      hear = undefined;
      return isHeard;
    },
  };
}

function register(key: string, onPress: () => void): boolean {
  try {
    return globalShortcut.register(key, onPress);
  } catch {
    // A key this system has no name for.
    return false;
  }
}

function keyToText(key: string): string {
  return key.replace('CommandOrControl', process.platform === 'darwin' ? 'Command' : 'Ctrl').replaceAll('+', ' + ');
}
