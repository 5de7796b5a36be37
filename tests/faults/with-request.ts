import { join } from 'node:path';
import { openCore } from '../../electron/core/open-core.ts';
import { createClient, type Request } from '../../shared/contract/client.ts';
import { SETTING } from './setting.ts';

/** Asks the real core about the journal of a home, and closes it, whatever happened. Nothing is written outside that home. */
export async function withRequest<Value>(home: string, ask: (request: Request) => Promise<Value>): Promise<Value> {
  const [path, knownJournals] = [join(home, 'journal.sqlite'), join(home, 'known-journals.json')];
  const core = openCore({ path, knownJournals, rescueFolders: [] });
  try {
    return await ask(createClient(async (method, input) => core.serve(method, input)));
  } finally {
    core.close();
  }
}

/** What the doctor finds wrong with the journal itself. */
export async function findWrongChecks(request: Request): Promise<string[]> {
  const checks = await request('journal.check', {});
  return checks.filter(({ isOk, id }) => !isOk && !SETTING.includes(id)).map(({ message }) => message);
}
