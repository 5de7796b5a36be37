import type { DesktopBridge } from '../../shared/contract/desktop-contract.ts';
import { sendByFetch } from './browser-door.ts';
import type { Send } from '../../shared/contract/client.ts';

declare global {
  interface Window {
    rung?: DesktopBridge;
  }
}

/** The way to the journal, and to the desktop where there is one. */
export interface Door {
  send: Send;
  desktop: DesktopBridge | null;
}

/** Chooses the door once: the window's bridge in Electron, the loopback server in a browser. */
export function chooseDoor(): Door {
  const bridge = window.rung;
  return bridge ? { send: bridge.request, desktop: bridge } : { send: sendByFetch(), desktop: null };
}
