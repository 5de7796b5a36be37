import type { Entry, Link } from '../domain/entry.ts';
import type { PacketOptions } from '../domain/packet.ts';
import { personToExportName, UNNAMED_ROLE, type Person } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';
import { nameToKey } from '../domain/text.ts';
import { createNameFinder, type FindNames, type KnownName, type NameFound } from './find-names.ts';
import { isFilled, mapTexts } from './map-texts.ts';
import { dropPrivateSpans, openPrivateSpans } from './private-spans.ts';
import { markdownToReaderView } from './reader-view.ts';

/** Makes texts fit for one audience. */
export interface Redactor {
  text(text: string): string;
  entry(entry: Entry): Entry;
  /** Finds the names this audience must not read. */
  findNames: FindNames;
}

/** Whose names there are: everybody with a row, and everybody in any entry, exported or not. */
export interface NamesSource {
  options: Pick<PacketOptions, 'audience'>;
  profile: Profile;
  entries: readonly Entry[];
  people: readonly Person[];
}

/** The redactor for the source's audience. For `self` it only opens private marks. */
export function createRedactor(source: NamesSource): Redactor {
  if (source.options.audience === 'self') return createOpenRedactor();
  const people = collectPeople(source);
  const findNames = createNameFinder([...peopleToKnown(people), ...ownNames(source.profile)], UNNAMED_ROLE);
  const text = (raw: string) => hideNames(dropLinks(dropPrivateSpans(raw), findNames), findNames);
  const change = {
    text,
    personName: (name: string) => personToStandIn(people.get(nameToKey(name))!, findNames),
    link: (link: Link) => redactLink(link, text, findNames),
  };
  return { text, entry: (entry) => mapTexts(entry, change), findNames };
}

function createOpenRedactor(): Redactor {
  const change = { text: openPrivateSpans, personName: (name: string) => name, link: (link: Link) => link };
  return { text: openPrivateSpans, entry: (entry) => mapTexts(entry, change), findNames: () => [] };
}

/** Everybody by the key of their name; a person without a row is unnamed. */
function collectPeople({ people, entries }: NamesSource): Map<string, Person> {
  const byKey = new Map(people.map((person) => [nameToKey(person.name), person]));
  for (const entry of entries)
    for (const { name } of entry.people) {
      const key = nameToKey(name);
      if (!byKey.has(key)) byKey.set(key, { name, role: '', isNamedInExports: false });
    }
  return byKey;
}

/** Roles may name others ("reports to Maria"), so they are read with every name known before they stand in for one. */
function peopleToKnown(people: Map<string, Person>): KnownName[] {
  const all = [...people.values()];
  const findNames = createNameFinder(
    all.map((person) => personToKnown(person, '')),
    '',
  );
  return all.map((person) => personToKnown(person, personToStandIn(person, findNames)));
}

function personToKnown({ name, isNamedInExports }: Person, standIn: string): KnownName {
  return { name, isHidden: !isNamedInExports, standIn };
}

function personToStandIn(person: Person, findNames: FindNames): string {
  if (person.isNamedInExports) return person.name;
  const role = dropPrivateSpans(personToExportName(person));
  return isFilled(role) && !hasName(role, findNames) ? role : UNNAMED_ROLE;
}

/** The author's own name and employer head the packet, so they may be read anywhere in it. */
function ownNames({ name, employer }: Profile): KnownName[] {
  return [name, employer].filter(isFilled).map((own) => ({ name: own, isHidden: false, standIn: own }));
}

function redactLink(link: Link, text: (raw: string) => string, findNames: FindNames): Link | null {
  const title = text(link.title);
  const isPrivate = dropPrivateSpans(link.url) !== link.url || isUrlOfSomebody(link.url, findNames);
  if (!isPrivate) return { title, url: link.url };
  return isFilled(title) ? { title, url: '' } : null;
}

function isUrlOfSomebody(url: string, findNames: FindNames): boolean {
  return hasName(url, findNames) || hasName(decodeUrl(url), findNames);
}

function decodeUrl(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url.replaceAll(/%[0-7][\da-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  }
}

const MARKDOWN_LINK = /!?\[([^\]\n]*)\]\([ \t]*<?([^\s)>]*)[^)\n]*\)/g;
const BARE_URL = /(?:https?:\/\/|mailto:|www\.)[^\s<>)\]"|]+/gi;

/** A replaced name would break an address, so an address with a name in it goes as a whole. */
function dropLinks(text: string, findNames: FindNames): string {
  if (!/:\/\/|\]\(|mailto:|www\./i.test(text)) return text;
  return text
    .replace(MARKDOWN_LINK, (all, title: string, url: string) => (isUrlOfSomebody(url, findNames) ? title : all))
    .replace(BARE_URL, (url) => (isUrlOfSomebody(url, findNames) ? '(link left out)' : url));
}

/**
 * The text with stand-ins for hidden names. Where a name is split by formatting (`**Ma**ria`, `Mar&iacute;a`)
 * the whole text loses its formatting rather than the name being read.
 */
function hideNames(text: string, findNames: FindNames): string {
  let hidden = replaceNames(text, findNames(text));
  for (let round = 0; round < 3 && /[*_~`[\]<>&\\]/.test(hidden); round += 1) {
    const view = markdownToReaderView(hidden);
    const found = findNames(view);
    if (found.length === 0) break;
    hidden = replaceNames(view, found);
  }
  return hidden;
}

function hasName(text: string, findNames: FindNames): boolean {
  return findNames(text).length > 0 || findNames(markdownToReaderView(text)).length > 0;
}

function replaceNames(text: string, found: readonly NameFound[]): string {
  if (found.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const one of found) {
    parts.push(text.slice(from, one.start), startsSentence(text, one.start) ? capitalise(one.standIn) : one.standIn);
    from = one.end;
  }
  return parts.join('') + text.slice(from);
}

function startsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  return (at <= 12 && /^[\s>*_#+-]*$/.test(before)) || /(?:[.!?]\s+|\n[\s>*_#+-]*)$/.test(before);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
