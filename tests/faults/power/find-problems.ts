import { SETTING } from '../setting.ts';
import { join } from 'node:path';
import { openCore } from '../../../electron/core/open-core.ts';
import { createClient } from '../../../shared/contract/client.ts';
import type { Oracle } from './oracle.ts';

/** What the real core finds wrong, or does not find, in a folder that a cut left behind; in words. */
export async function findProblems(place: string, oracle: Oracle): Promise<string[]> {
  const core = openCore({ path: join(place, 'journal.sqlite'), knownJournals: join(place, 'known-journals.json') });
  const request = createClient(async (method, input) => core.serve(method, input));
  try {
    const status = await request('journal.status', {});
    if (status.state === 'absent') return oracle.revisions.length === 0 ? [] : ['the journal is gone'];
    if (status.state !== 'open') return [`the journal does not open: ${JSON.stringify(status)}`];
    const wrong = (await request('journal.check', {})).filter(({ id, isOk }) => !isOk && !SETTING.includes(id));
    return [...wrong.map(({ message }) => message), ...(await oracle.findLost(request, place))];
  } catch (error) {
    return [(error as Error).message];
  } finally {
    core.close();
  }
}
