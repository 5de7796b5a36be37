import type { Entry } from '../domain/entry.ts';
import type { Cited, CriterionEvidence, GlanceRow, Packet, PillarEvidence } from './build-packet.ts';
import { embedMarkdown } from './embed-markdown.ts';
import { helpFacts, markEntry, outcomeOf, tellEntry, titleOf } from './entry-to-markdown.ts';
import { escapeCell, escapeLink, escapeText } from './escape.ts';
import { isFilled } from './map-texts.ts';
import { markdownToReaderView } from './reader-view.ts';
import {
  audienceWords,
  capitalise,
  dayToText,
  designRoleWords,
  formWords,
  joinWords,
  kindWords,
  numberToText,
  quarterToText,
} from './words.ts';

const GIST_LENGTH = 160;
const MOST_THIN = 5;

/** The packet as CommonMark with GFM tables: LF line ends, one at the end. */
export function packetToMarkdown(packet: Packet): string {
  const blocks = [
    ...writeHeader(packet),
    ...writeCase(packet),
    ...writeGlance(packet),
    ...writeEvidence(packet.evidence),
    ...writeHelp(packet),
    ...writeDesigns(packet),
    ...section('Other work', packet.otherWork.flatMap(tellEntry)),
    ...writeAppendix(packet),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section(title: string, blocks: readonly string[]): string[] {
  return blocks.length === 0 ? [] : [`## ${title}`, ...blocks];
}

function writeHeader(packet: Packet): string[] {
  const name = escapeText(packet.profile.name);
  const { rubric, period, audience } = packet;
  const facts = [
    ...(period ? [periodToText(period)] : []),
    `${escapeText(rubric.name)} criteria, version ${rubric.version}`,
    audienceWords[audience],
  ];
  return [
    name ? `# ${name}: promotion packet` : '# Promotion packet',
    ...positionOf(packet),
    facts.join(' · '),
    ...(holdsPrivate(packet) ? ['> **This packet holds private entries.** Keep it to yourself.'] : []),
    ...(packet.appendix.length === 0 ? ['Nothing from this period is in the packet yet.'] : []),
  ];
}

function holdsPrivate({ appendix }: Packet): boolean {
  return appendix.some(({ entry }) => entry.visibility === 'private');
}

function positionOf({ profile }: Packet): string[] {
  const [now, target, employer] = [profile.currentTitle, profile.targetTitle, profile.employer].map(escapeText);
  const step = now && target ? `${now} → ${target}` : now || (target && `Towards ${target}`);
  const parts = [step && `**${step}**`, employer].filter(Boolean);
  return parts.length === 0 ? [] : [parts.join(', ')];
}

function periodToText({ from, to }: NonNullable<Packet['period']>): string {
  if (from === to) return dayToText(from!);
  if (!from) return `Until ${dayToText(to!)}`;
  return to ? `${dayToText(from)} to ${dayToText(to)}` : `Since ${dayToText(from)}`;
}

function writeCase({ theCase }: Packet): string[] {
  return section('The case', [embedMarkdown(theCase)].filter(isFilled));
}

function writeGlance({ glance }: Packet): string[] {
  if (glance.rows.length === 0) return [];
  const rows = glance.rows.map((row, index) => glanceRow(row, glance.rows[index - 1]));
  return section('At a glance', [
    ...(glance.pillarLine ? [escapeText(glance.pillarLine)] : []),
    table(['Pillar', 'Criterion', 'Items', 'Quarters', 'Strongest'], rows),
    ...(glance.thin.length > 0 ? [thinToText(glance.thin)] : []),
  ]);
}

function thinToText(thin: readonly string[]): string {
  const more = thin.length - MOST_THIN;
  const named = more > 0 ? [...thin.slice(0, MOST_THIN), `${numberToText(more)} more`] : thin;
  return `Thin so far: ${escapeText(joinWords(named))}.`;
}

/** The pillar stands in the first of its rows only. */
function glanceRow(row: GlanceRow, above: GlanceRow | undefined): string[] {
  return [
    row.pillar === above?.pillar ? '' : escapeCell(row.pillar),
    escapeCell(row.criterion),
    String(row.items),
    quartersToText(row.quarters),
    cite(row.strongest),
  ];
}

function quartersToText(quarters: readonly string[]): string {
  const [first, last] = [quarters[0]!, quarters.at(-1)!].map(quarterToText);
  return quarters.length === 1 ? first! : `${quarters.length} (${first} to ${last})`;
}

function writeEvidence(pillars: readonly PillarEvidence[]): string[] {
  return section(
    'Evidence',
    pillars.flatMap(({ name, criteria }) => [`### ${escapeText(name)}`, ...criteria.flatMap(writeCriterion)]),
  );
}

function writeCriterion({ name, definition, told, elsewhere }: CriterionEvidence): string[] {
  const also = elsewhere.map((one) => `- ${mention(one)} (told under ${escapeText(one.under)})`);
  return [
    `#### ${escapeText(name)}`,
    ...(definition ? [`*${escapeText(definition)}*`] : []),
    ...told.flatMap(tellEntry),
    ...(also.length > 0 ? [`${told.length > 0 ? 'Also' : 'Shown by'}:`, also.join('\n')] : []),
  ];
}

function mention({ reference, entry }: Cited): string {
  return `${cite(reference)} ${titleOf(entry)}${markEntry(entry)}`;
}

function writeHelp({ help }: Packet): string[] {
  const rows = help.all.map((cited) => [...citedCells(cited), ...helpCells(cited.entry)]);
  const head = ['Ref', 'Date', 'What', 'How', 'They can now'];
  return section('Help given', [...optionalTable(head, rows), ...help.told.flatMap(tellEntry)]);
}

function helpCells(entry: Entry): string[] {
  if (entry.kind !== 'help') return [];
  return [capitalise(helpFacts(entry).join(', ')), escapeCell(toGist(entry.canNow))];
}

/** The words of a Markdown text on one line, cut between words where they are many; the whole stands with the entry. */
function toGist(markdown: string): string {
  const words = markdownToReaderView(markdown).trim().replaceAll(/\s+/g, ' ');
  return words.length <= GIST_LENGTH ? words : `${words.slice(0, GIST_LENGTH).replace(/\s\S*$/, '')} …`;
}

function writeDesigns({ designs }: Packet): string[] {
  const rows = designs.all.map((cited) => {
    const { entry } = cited;
    if (entry.kind !== 'design') return citedCells(cited);
    const form = capitalise(`${formWords[entry.form]}, ${designRoleWords[entry.role]}`);
    return [...citedCells(cited), form, capitalise(outcomeOf(entry))];
  });
  return section('Designs', [
    ...optionalTable(['Ref', 'Date', 'Decision', 'Part', 'Outcome'], rows),
    ...designs.told.flatMap(tellEntry),
  ]);
}

function writeAppendix({ appendix }: Packet): string[] {
  const rows = appendix.map((cited) => {
    const { entry } = cited;
    return [...citedCells(cited), capitalise(kindWords[entry.kind]), entry.links.map(linkCell).join(', ')];
  });
  return section('Appendix: every entry by date', optionalTable(['Ref', 'Date', 'What', 'Kind', 'Links'], rows));
}

function citedCells({ reference, entry }: Cited): string[] {
  const title = isFilled(entry.title) ? escapeCell(entry.title) : 'Untitled';
  return [cite(reference), dayToText(entry.occurredOn), `${title}${markEntry(entry)}`];
}

function linkCell(link: { title: string; url: string }): string {
  return escapeLink(link).replaceAll('|', '\\|');
}

function cite(reference: string): string {
  return `[${reference}]`;
}

/** A table without the columns that no row fills; nothing where there is no row. */
function optionalTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const filled = head.map((_, column) => rows.some((cells) => cells[column]));
  const keep = (cells: readonly string[]) => cells.filter((_, column) => filled[column]);
  return rows.length === 0 ? [] : [table(keep(head), rows.map(keep))];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
