import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '../../shared/contract/errors.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { COMMON_WORD, RARE_WORD } from './corpus.ts';
import { timeRuns, type Figure, type Times } from './measure.ts';

const FIND_GOAL_MS = 2;
const FILTERED_GOAL_MS = 8;
const RUNS = 200;

/** What the core takes for the things a person waits for. */
export function measureCore(core: Core, folder: string): Figure[] {
  return [...measureLists(core), ...measureFinding(core), ...measureSaving(core, folder), ...measureWholes(core)];
}

function measureLists(core: Core): Figure[] {
  const list = (name: string, query: object) => ({ name, own: timeRuns(RUNS, () => ask(core, 'entries.list', query)) });
  return [
    list('latest 50', {}),
    list('latest 50 of a kind', { kind: 'design' }),
    list('latest 50 of a tag', { tag: 'tag7' }),
    list('latest 50 of a criterion', { criterionId: 'architecture' }),
  ];
}

function measureFinding(core: Core): Figure[] {
  const find = (name: string, query: string, goal: number) => {
    const own = timeRuns(RUNS, () => ask(core, 'find.entries', { query }));
    return { name: `find ${name}`, own, goal: `p95 ≤ ${goal}`, isMet: own.p95 <= goal };
  };
  return [
    find('a rare word', RARE_WORD, FIND_GOAL_MS),
    find('a word of every third entry', COMMON_WORD, FIND_GOAL_MS),
    find('a beginning of 1 letter', 'b', FIND_GOAL_MS),
    find('a beginning of 2 letters', 'ba', FIND_GOAL_MS),
    find('a part of a word', 'tenc', FIND_GOAL_MS),
    find('two words', `${COMMON_WORD} ba`, FIND_GOAL_MS),
    find('nothing', 'qqqqqq', FIND_GOAL_MS),
    find('a word, a tag and six months', `${COMMON_WORD} tag:tag7 since:2026-05`, FILTERED_GOAL_MS),
    find('filters alone', 'kind:help no:result', FILTERED_GOAL_MS),
  ];
}

/** A durable save beside a 4 KiB write that waits for the disk. */
function measureSaving(core: Core, folder: string): Figure[] {
  const own = timeRuns(RUNS, (n) => ask(core, 'entries.create', measuredDraft(n)));
  return [
    { name: 'save an entry', own, control: timeSyncedWrites(folder), goal: '≤ 3x, p95 ≤ 5', isMet: own.p95 <= 5 },
  ];
}

function measuredDraft(n: number): object {
  return {
    kind: 'win',
    title: `Measured save ${n}`,
    body: 'word '.repeat(90),
    tags: ['bench'],
    people: ['Ana'],
    occurredOn: '2026-10-30',
  };
}

function timeSyncedWrites(folder: string): Times {
  const handle = openSync(join(folder, 'synced'), 'w');
  const page = Buffer.alloc(4_096, 1);
  const times = timeRuns(RUNS, () => {
    writeSync(handle, page);
    fdatasyncSync(handle);
  });
  closeSync(handle);
  return times;
}

function measureWholes(core: Core): Figure[] {
  const whole = (name: string, method: string, input: object) => ({
    name,
    own: timeRuns(5, () => ask(core, method, input)),
  });
  return [
    whole('coverage of everything', 'coverage.get', {}),
    whole('a year of days', 'days.list', { from: '2025-11-01', to: '2026-10-31' }),
    whole('packet of six months, manager', 'packet.export', { audience: 'manager', period: { from: '2026-05-01' } }),
  ];
}

function ask(core: Core, method: string, input: object): void {
  const reply = core.serve(method, input) as Reply;
  if (!reply.ok) throw new Error(reply.error.message);
}
