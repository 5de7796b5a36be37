import { findWrongChecks, withRequest } from '../with-request.ts';
import type { Oracle } from './oracle.ts';

/** What the real core finds wrong, or does not find, in a folder that a cut left behind; in words. */
export async function findProblems(place: string, oracle: Oracle): Promise<string[]> {
  try {
    return await withRequest(place, async (request) => {
      const status = await request('journal.status', {});
      if (status.state === 'absent') return oracle.revisions.length === 0 ? [] : ['the journal is gone'];
      if (status.state !== 'open') return [`the journal does not open: ${JSON.stringify(status)}`];
      return [...(await findWrongChecks(request)), ...(await oracle.findLost(request, place))];
    });
  } catch (error) {
    return [(error as Error).message];
  }
}
