import type { Packet } from './build-packet.ts';
import type { FindNames } from './find-names.ts';
import { mapTexts } from './map-texts.ts';
import { packetToMarkdown } from './packet-to-markdown.ts';
import { markdownToReaderView } from './reader-view.ts';

/** Looks through both views of the finished packet, and returns the hidden names that can be read in it. */
export function findLeaks(views: readonly string[], packet: Packet, findNames: FindNames): string[] {
  const found = countNames(views, findNames);
  if (found.size === 0) return [];
  const own = countNames(toViews(packetToMarkdown(blank(packet))), findNames);
  return [...found].filter(([name, count]) => count > (own.get(name) ?? 0)).map(([name]) => name);
}

/** The two ways to look at a packet: as it is written, and as it is read. */
export function toViews(markdown: string): [written: string, read: string] {
  return [markdown, markdownToReaderView(markdown)];
}

function countNames(views: readonly string[], findNames: FindNames): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of views.flatMap(findNames)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function x(text: string): string {
  return text.trim() === '' ? text : 'x';
}

/** The packet with all that the user typed replaced, so that a person called Case or Help is not found in our own words. */
function blank(packet: Packet): Packet {
  const entries = new Map(
    packet.appendix.map(({ entry }) => [
      entry.id,
      mapTexts(entry, { text: x, personName: x, link: ({ title, url }) => ({ title: x(title), url }) }),
    ]),
  );
  const blankCited = <C extends { entry: { id: string } }>(cited: readonly C[]) =>
    cited.map((one) => ({ ...one, entry: entries.get(one.entry.id)! }));
  return {
    ...packet,
    theCase: x(packet.theCase),
    evidence: packet.evidence.map((pillar) => ({
      ...pillar,
      criteria: pillar.criteria.map((one) => ({
        ...one,
        told: blankCited(one.told),
        elsewhere: blankCited(one.elsewhere),
      })),
    })),
    otherWork: blankCited(packet.otherWork),
    help: { all: blankCited(packet.help.all), told: blankCited(packet.help.told) },
    designs: { all: blankCited(packet.designs.all), told: blankCited(packet.designs.told) },
    appendix: blankCited(packet.appendix),
  };
}
