import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createClient, type Request } from '../../shared/contract/client.ts';
import { conflictsToAdvice, placeToAdvice } from '../../shared/domain/journal-advice.ts';
import { openCore } from '../core/open-core.ts';
import { findHome } from '../files/home.ts';
import { printNote } from './output.ts';

/** The options every command takes. */
export interface GlobalOptions {
  journal?: string;
  json?: boolean;
  readOnly?: boolean;
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
  { isRescue = false } = {},
): Promise<Value> {
  const core = openCore({ ...findJournal(options), viewsOnly: options.readOnly ?? false, looksAtOnce: true });
  try {
    const request = createClient(async (method, input) => core.serve(method, input));
    // A rescue must not open the file: opening may already change it.
    if (!options.readOnly && !isRescue) await warnOfPlace(request);
    return await ask(request);
  } finally {
    core.close();
  }
}

/** Says once, on standard error, where a journal can only be read or needs care. What is refused is said by what is asked. */
async function warnOfPlace(request: Request): Promise<void> {
  const status = await request('journal.status', {});
  if (status.state !== 'open') return;
  const { readOnly, place } = status;
  if (readOnly) printNote(readOnly);
  if (place) printNote(`${placeToAdvice(place)} ${conflictsToAdvice(place)}`);
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
