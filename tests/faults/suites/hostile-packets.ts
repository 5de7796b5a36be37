import { join } from 'node:path';
import { openCore, type Core } from '../../../electron/core/open-core.ts';
import { hostileDrafts, hostileTexts, type HostileText } from '../../hostile/hostile-texts.ts';
import { parseMarkdown } from '../../shared/packet/parse-markdown.ts';
import { withScratch } from '../scratch.ts';
import type { Found, Suite } from '../suite.ts';
import { serveNow } from '../../helpers/serve-now.ts';

/** Entries of one packet: a reader of Markdown is slow on all of them at once. */
const AT_ONCE = 40;
/** What no packet holds, whatever somebody wrote. */
const FOREIGN = /^(?:html|image|imageReference|linkReference|definition|footnoteDefinition)$/;

/** Every hostile text in every field of a packet. What the pages of the app do with them is in tests/e2e. */
export const hostilePackets: Suite = {
  name: 'hostile texts',
  promise: 'Nothing that is written runs, loads or leads away, in a packet either',
  run: (effort) =>
    withScratch('texts', async (place) => {
      const texts = effort === 'brief' ? hostileTexts.filter((_, at) => at % 5 === 0) : hostileTexts;
      const found: Found = { tries: texts.length, lost: 0, leaked: 0, failures: [] };
      for (let at = 0; at < texts.length; at += AT_ONCE) {
        found.failures.push(...exportSome(join(place, `${at}`), texts.slice(at, at + AT_ONCE)));
      }
      return found;
    }),
};

function exportSome(path: string, texts: readonly HostileText[]): string[] {
  const core = openCore({ path: `${path}.sqlite`, knownJournals: `${path}.json` });
  try {
    serveNow(core.serve, 'journal.create', {});
    const added = serveNow(core.serve, 'entries.createMany', hostileDrafts(texts));
    if (!added.ok) return [added.error.message];
    return ['', ...texts.map(({ text }) => text.slice(0, 4_000).toWellFormed())].flatMap((theCase) =>
      readForeign(core, theCase),
    );
  } finally {
    core.close();
  }
}

function readForeign({ serve }: Core, theCase: string): string[] {
  // The entries once, and then each text as the case on its own.
  const period = theCase === '' ? {} : { from: '2000-01-01', to: '2000-01-02' };
  const reply = serveNow(serve, 'packet.export', { audience: 'self', period, theCase });
  if (!reply.ok) return [reply.error.message];
  return parseMarkdown((reply.value as { markdown: string }).markdown).flatMap(({ type, url = '' }) => {
    const isBadLink = type === 'link' && !/^(?:https?:\/\/|mailto:)/i.test(url);
    return FOREIGN.test(type) || isBadLink ? [`${type} ${url} of ${theCase.slice(0, 60) || 'the entries'}`] : [];
  });
}
