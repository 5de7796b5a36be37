import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClient, type Request } from '../../shared/contract/client.ts';
import type { EntryDraft } from '../../shared/domain/entry.ts';
import type { Clock } from '../../electron/core/clock.ts';
import { openCore, type Core, type CoreOptions } from '../../electron/core/open-core.ts';

/** A folder that goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rung-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that stands still until it is set. */
export function stoppedClock(now = '2026-11-24T09:00:00.000Z'): Clock & { set(now: string): void } {
  let instant = now;
  return {
    now: () => instant,
    today: () => instant.slice(0, 10),
    time: () => instant.slice(11, 16),
    set: (next) => (instant = next),
  };
}

export interface TestCore {
  request: Request;
  core: Core;
  path: string;
  folder: string;
}

/** The real core on a file in the folder, answering through the direct door, every answer checked. */
export function openTestCore({
  folder = temporaryFolder(),
  clock = stoppedClock(),
  ...options
}: { folder?: string } & Partial<CoreOptions> = {}): TestCore {
  const path = join(folder, 'journal.sqlite');
  const core = openCore({
    path,
    knownJournals: join(folder, 'known-journals.json'),
    clock,
    checksOutput: true,
    rescueFolders: [join(folder, 'elsewhere', 'rescue')],
    ...options,
  });
  onTestFinished(() => core.close());
  return { request: createClient(async (method, input) => core.serve(method, input)), core, path, folder };
}

/** The same with a fresh journal in it. */
export async function openTestJournal(options: Parameters<typeof openTestCore>[0] = {}): Promise<TestCore> {
  const opened = openTestCore(options);
  await opened.request('journal.create', {});
  return opened;
}

/** A finished win on 2026-09-14 with a title; the rest as given. */
export function win(fields: Partial<Extract<EntryDraft, { kind: 'win' }>> = {}): EntryDraft {
  return { kind: 'win', title: 'Cut checkout p99 from 420 ms to 180 ms', occurredOn: '2026-09-14', ...fields };
}
