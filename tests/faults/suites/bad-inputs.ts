import { join } from 'node:path';
import { openCore, type Core } from '../../../electron/core/open-core.ts';
import { tryImports, tryNames, tryTexts, type Tried } from '../../hostile/bad-inputs.ts';
import { withScratch } from '../scratch.ts';
import type { Found, Suite } from '../suite.ts';
import { serveNow } from '../../helpers/serve-now.ts';

const shares = { imports: 0.3, texts: 0.3, names: 0.4 };

/** Imports, texts and names that nobody should send: all of an import or nothing, texts as typed, names that are names. */
export const badInputs: Suite = {
  name: 'bad inputs',
  promise: 'A bad import changes nothing, a text comes back as typed, an export stays in its folder',
  run: (effort) =>
    withScratch('inputs', async (place) => tryAll(place, { brief: 1_000, short: 50_000, full: 1_000_000 }[effort])),
};

function tryAll(place: string, tries: number): Found {
  const seed = Date.now() % 2 ** 31;
  const core = open(place);
  try {
    const parts = [
      tryImports(core.serve, tries * shares.imports, seed),
      tryTexts(core.serve, tries * shares.texts, seed),
      tryNames(tries * shares.names, seed),
    ];
    return {
      ...addTried(parts, seed),
      note: `${sum(parts, ({ accepted }) => accepted)} were taken, the others refused in words`,
    };
  } finally {
    core.close();
  }
}

function open(place: string): Core {
  const core = openCore({ path: join(place, 'journal.sqlite'), knownJournals: join(place, 'known-journals.json') });
  serveNow(core.serve, 'journal.create', {});
  return core;
}

function addTried(parts: readonly Tried[], seed: number): Found {
  return {
    tries: sum(parts, ({ tries }) => tries),
    lost: 0,
    leaked: 0,
    failures: parts.flatMap(({ faults }) => faults.map((fault) => `${fault} (seed ${seed})`)),
  };
}

function sum(parts: readonly Tried[], read: (part: Tried) => number): number {
  return parts.reduce((total, part) => total + read(part), 0);
}
