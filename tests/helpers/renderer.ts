import '@testing-library/jest-dom/vitest';
import { cleanup, configure, render } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { createElement } from 'react';
import { onTestFinished, vi } from 'vitest';
import type { Command } from '../../shared/contract/desktop-contract.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import { createApi } from '../../renderer/api/api.ts';
import { App } from '../../renderer/app/App.tsx';
import { createStores, type Stores } from '../../renderer/app/stores.ts';
import { openTestJournal, type TestCore } from './core.ts';

// A whole page over the real core, on a machine that does other things too.
configure({ asyncUtilTimeout: 8_000 });

export interface TestApp extends TestCore {
  user: UserEvent;
  stores: Stores;
  /** What the page asked of the desktop, in order. */
  asked: { method: string; input: unknown }[];
  /** From now on the door answers this method so; `null` lets the core answer again. */
  answer(method: string, reply: Reply | null): void;
  /** Sends a command of the window's menu. */
  command(id: Command): void;
  /** Takes the page away without a word, as a crash does. */
  close(): void;
}

interface TestAppOptions {
  core?: TestCore;
  /** The address the page is opened at. */
  hash?: string;
}

/** What a desktop without tray or key says. */
function desktopAnswer(method: string, input: unknown): unknown {
  if (method === 'file.save') return { fileName: 'packet.md' };
  if (!method.startsWith('preferences.')) return {};
  const preferences = method === 'preferences.save' ? input : { captureKey: null, hasTray: false, keepsRunning: false };
  return { preferences, keyProblem: null, trayProblem: null, captureCommand: 'rung-app --capture', isWayland: false };
}

/** The whole page in front of the real core, through the same bridge a desktop window has. */
export async function openTestApp({ core, hash = '#/journal' }: TestAppOptions = {}): Promise<TestApp> {
  const test = core ?? (await openTestJournal());
  const answers = new Map<string, Reply>();
  const asked: TestApp['asked'] = [];
  let hear: ((command: Command) => void) | undefined;
  window.rung = {
    // Cloned as a message port does it, so that no object is shared between page and core.
    request: async (method, input) => answers.get(method) ?? test.core.serve(method, structuredClone(input)),
    desktop: async (method, input) => {
      asked.push({ method, input });
      return answers.get(method) ?? { ok: true, value: desktopAnswer(method, input) };
    },
    onCommand: (listener) => (hear = listener),
  };
  // The page's clock stands where the core's does: what it says of ages is the same at any hour and day.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:00.000Z') });
  onTestFinished(() => void vi.useRealTimers());
  window.location.hash = hash;
  const api = createApi();
  const stores = createStores(api);
  const { unmount } = render(createElement(App, { api, stores }));
  onTestFinished(cleanup);
  return {
    ...test,
    user: userEvent.setup(),
    stores,
    asked,
    answer: (method, reply) => void (reply ? answers.set(method, reply) : answers.delete(method)),
    command: (id) => hear?.(id),
    close: unmount,
  };
}
