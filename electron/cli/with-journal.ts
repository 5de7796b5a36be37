import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createClient, type Request } from '../../shared/contract/client.ts';
import { openCore } from '../core/open-core.ts';
import { findHome } from '../files/home.ts';

/** The options every command takes. */
export interface GlobalOptions {
  journal?: string;
  json?: boolean;
}

/** The journal file that the options and the environment point at. */
export function findJournal({ journal }: GlobalOptions): { path: string; knownJournals: string } {
  const home = findHome();
  return { path: journal === undefined ? home.journal : resolve(journal), knownJournals: home.knownJournals };
}

/** Opens the journal, asks, and closes it again, whatever happened. */
export async function withJournal<Value>(
  options: GlobalOptions,
  ask: (request: Request) => Promise<Value>,
): Promise<Value> {
  const core = openCore(findJournal(options));
  try {
    return await ask(createClient(async (method, input) => core.serve(method, input)));
  } finally {
    core.close();
  }
}

/** The same, for the commands that start a journal where there is none yet. */
export function withNewJournal<Value>(
  options: GlobalOptions & { newJournal?: boolean },
  ask: (request: Request) => Promise<Value>,
): Promise<Value> {
  return withJournal(options, async (request) => {
    if (!existsSync(findJournal(options).path)) {
      await request('journal.create', { evenIfOneWasHere: options.newJournal ?? false });
    }
    return ask(request);
  });
}

/** The full id behind what was typed: an id, or any part of one that no other entry has. */
export async function resolveEntry(request: Request, typed: string): Promise<string> {
  return (await request('entries.resolve', { idPart: typed.toLowerCase() })).id;
}
