import type { Entry } from '../domain/entry.ts';
import type { PacketExport, PacketOptions } from '../domain/packet.ts';
import type { Person } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';
import type { Rubric } from '../domain/rubric.ts';
import { buildPacket, indexToReference } from './build-packet.ts';
import { countWords } from './count-words.ts';
import { findLeaks, toViews } from './find-leak.ts';
import { toPacketFileName } from './packet-file-name.ts';
import { packetToMarkdown } from './packet-to-markdown.ts';
import { renumberCase } from './renumber-case.ts';
import { createRedactor } from './redact.ts';
import { selectEntries } from './select-entries.ts';

/** Everything an export is made from. */
export interface PacketSource {
  options: PacketOptions;
  profile: Profile;
  rubric: Rubric;
  /** The period's live entries, of any visibility and in any order: the names in unexported ones are hidden too. */
  entries: readonly Entry[];
  people: readonly Person[];
}

/** A name that must not leave the journal is still readable in the finished packet. */
export class LeakFound extends Error {
  override readonly name = 'LeakFound';
  readonly people: readonly string[];

  constructor(people: readonly string[]) {
    super(`These names can still be read in the packet: ${people.join(', ')}.`);
    this.people = people;
  }
}

/** The packet as Markdown. The same source gives the same bytes; throws {@link LeakFound} rather than show a hidden name. */
export function exportPacket(source: PacketSource): PacketExport {
  const { options, profile, rubric } = source;
  const { entries, leftOut } = selectEntries(source.entries, options);
  const redactor = createRedactor(source);
  const references = entries.map(({ id }, index) => ({ reference: indexToReference(index), entryId: id }));
  const cited = renumberCase(options.theCase, options.citations ?? {}, references);
  const theCase = redactor.text(cited.printed);
  const packet = buildPacket({
    options,
    profile: {
      ...profile,
      currentTitle: redactor.text(profile.currentTitle),
      targetTitle: redactor.text(profile.targetTitle),
    },
    rubric,
    theCase,
    entries: entries.map(redactor.entry),
  });
  const markdown = packetToMarkdown(packet);
  const views = toViews(markdown);
  const leaks = findLeaks(views, packet, redactor.findNames);
  if (leaks.length > 0) throw new LeakFound(leaks);
  return {
    markdown,
    fileName: toPacketFileName(profile.name, options),
    words: countWords(views[1]),
    caseWords: countWords(theCase),
    theCase: cited.text,
    citations: cited.citations,
    missingReferences: cited.missing,
    references,
    leftOut,
  };
}
