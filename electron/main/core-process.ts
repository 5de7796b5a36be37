import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebFrameMain } from 'electron';
import { join } from 'node:path';
import { z } from '../../shared/zod.ts';
import type { Home } from '../files/home.ts';
import type { Request } from '../../shared/contract/client.ts';
import { createCoreClient } from './core-client.ts';
import { handle } from './handle.ts';

/** A journal process that dies this often within a minute is not started again. */
const MOST_DEATHS = 3;
const MINUTE = 60_000;
/** Milliseconds the journal may take to close. */
const CLOSING_LIMIT = 3_000;

const GAVE_UP =
  'The part of Rung that keeps the journal stopped three times and was not started again. What was saved is safe. Quit Rung, start it again, and run "rung doctor" if it happens once more.';

/** The process that has the journal open. */
export interface CoreProcess {
  /** Asks the journal on behalf of the main process. */
  request: Request;
  /** Closes the journal; resolves when it is closed, or when it took too long. */
  stop(): Promise<void>;
}

/** Starts the journal's process, gives every page that asks a port of its own, and starts it again when it dies. */
export function startCore(journal: string, { knownJournals }: Home): CoreProcess {
  const pages = new Set<WebFrameMain>();
  const deaths: number[] = [];
  const own = createCoreClient();
  let isStopping = false;
  let core: UtilityProcess | undefined = start();

  function start(): UtilityProcess {
    const started = utilityProcess.fork(join(import.meta.dirname, 'core.js'), [journal, knownJournals], {
      serviceName: 'Rung journal',
    });
    own.connect(started);
    started.on('exit', () => {
      if (!isStopping) restart();
    });
    return started;
  }

  function restart(): void {
    deaths.push(Date.now());
    core = hasGivenUp() ? undefined : start();
    if (!core) {
      for (const page of livePages()) page.send('rung:gave-up', GAVE_UP);
      return;
    }
    for (const page of livePages()) connect(page, core);
  }

  function hasGivenUp(): boolean {
    return deaths.filter((death) => Date.now() - death < MINUTE).length >= MOST_DEATHS;
  }

  function livePages(): WebFrameMain[] {
    for (const page of pages) if (page.isDestroyed() || page.detached) pages.delete(page);
    return [...pages];
  }

  handle('rung:connect', z.strictObject({}), (_input, page) => {
    pages.add(page);
    if (core) connect(page, core);
    else page.send('rung:gave-up', GAVE_UP);
    return {};
  });

  return {
    request: own.request,
    stop: () =>
      new Promise((resolve) => {
        isStopping = true;
        if (!core) return resolve();
        core.once('exit', () => resolve());
        setTimeout(resolve, CLOSING_LIMIT);
        core.postMessage('close', []);
      }),
  };
}

/** Joins a page and the journal's process directly: what they say does not pass through here. */
function connect(page: WebFrameMain, core: UtilityProcess): void {
  const { port1, port2 } = new MessageChannelMain();
  core.postMessage('connect', [port1]);
  page.postMessage('rung:port', null, [port2]);
}
