import { describe, expect, it } from 'vitest';
import { exportPacket } from '../../../shared/packet/export-packet.ts';
import { hostileDrafts, hostileTexts } from '../../hostile/hostile-texts.ts';
import { entry, source } from './journal.ts';
import { parseMarkdown } from './parse-markdown.ts';

describe('a packet full of hostile texts', () => {
  it('holds no HTML, no image and no address but of the web and of mail', () => {
    const found: string[] = [];
    // A few at a time: a reader of Markdown is slow on all of them at once.
    for (let at = 0; at < hostileTexts.length; at += 40) {
      const some = hostileTexts.slice(at, at + 40);
      const entries = hostileDrafts(some).map(({ evidence, ...draft }) =>
        entry({ ...draft, evidence: evidence ?? [] }),
      );
      for (const theCase of some.map(({ text }) => text)) found.push(...readForeign(exportCase(theCase)));
      const given = source({ entries, audience: 'self' });
      found.push(...readForeign(exportPacket(given).markdown));
    }
    expect(hostileTexts.length).toBeGreaterThanOrEqual(300);
    expect(found).toEqual([]);
  }, 60_000);

  it('steers no terminal', () => {
    const entries = hostileDrafts(hostileTexts).map((draft) => entry(draft));
    const { markdown } = exportPacket(source({ entries, audience: 'self' }));
    // oxlint-disable-next-line no-control-regex
    expect(markdown.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g)).toBeNull();
  });
});

function exportCase(theCase: string): string {
  const given = source({ audience: 'self' });
  return exportPacket({ ...given, options: { ...given.options, theCase } }).markdown;
}

/** What has no business in a packet, wherever it stands. */
function readForeign(markdown: string): string[] {
  return parseMarkdown(markdown).flatMap(({ type, url = '' }) => {
    const isForeign = /^(?:html|image|imageReference|linkReference|definition|footnoteDefinition)$/.test(type);
    const isBadLink = type === 'link' && !/^(?:https?:\/\/|mailto:)/i.test(url);
    return isForeign || isBadLink ? [`${type} ${url}`] : [];
  });
}
