import type { Entry, Metric, PersonInEntry } from '../domain/entry.ts';
import type { Cited } from './build-packet.ts';
import { embedMarkdown, startsWithWords } from './embed-markdown.ts';
import { escapeLink, escapeText } from './escape.ts';
import { isFilled } from './map-texts.ts';
import {
  dayToText,
  designRoleWords,
  formWords,
  initiativeWords,
  minutesToText,
  modeWords,
  outcomeWords,
  rolesToText,
  winRoleWords,
} from './words.ts';

/** An entry told in full: what, when, the result with its numbers, the story, and who and what can confirm it. */
export function tellEntry({ reference, entry }: Cited): string[] {
  return [
    `**[${reference}] ${titleOf(entry)}**${markEntry(entry)}  \n${factsOf(entry).join(' · ')}`,
    ...labelled('Result', entry.result),
    ...metricsToList(entry.metrics),
    ...(isFilled(entry.body) ? [embedMarkdown(entry.body)].filter(isFilled) : []),
    ...detailsOf(entry),
    ...confirmedBy(entry),
  ];
}

/** The title as Markdown; an entry whose whole title was private still needs something to be called. */
export function titleOf(entry: Entry): string {
  return isFilled(entry.title) ? escapeText(entry.title) : 'Untitled';
}

/** What has to be said wherever the entry is named: that it is unfinished, that it is private. */
export function markEntry({ status, visibility }: Entry): string {
  const marks = [...(status === 'doing' ? ['in progress'] : []), ...(visibility === 'private' ? ['private'] : [])];
  return marks.length === 0 ? '' : ` (${marks.join(', ')})`;
}

/** How a design came out, and when to look back on it. */
export function outcomeOf(entry: Extract<Entry, { kind: 'design' }>): string {
  const lookBack = entry.lookBackOn ? `, look-back ${dayToText(entry.lookBackOn)}` : '';
  return `${outcomeWords[entry.outcome]}${lookBack}`;
}

/** How help was given, as words that stand beside each other. */
export function helpFacts({ mode, initiative, minutes }: Extract<Entry, { kind: 'help' }>): string[] {
  return [
    ...(mode ? [modeWords[mode]] : []),
    ...(initiative ? [initiativeWords[initiative]] : []),
    ...(minutes ? [minutesToText(minutes)] : []),
  ];
}

function factsOf(entry: Entry): string[] {
  return [
    dayToText(entry.occurredOn),
    ...kindFacts(entry),
    ...entry.projects.map(escapeText),
    ...entry.tags.map((tag) => `#${escapeText(tag)}`),
  ];
}

function kindFacts(entry: Entry): string[] {
  switch (entry.kind) {
    case 'win':
      return [winRoleWords[entry.role]];
    case 'help':
      return helpFacts(entry);
    case 'design':
      return [formWords[entry.form], designRoleWords[entry.role], outcomeOf(entry)];
  }
}

function detailsOf(entry: Entry): string[] {
  switch (entry.kind) {
    case 'win':
      return unblockedOf(entry);
    case 'help':
      return labelled('What they can do now', entry.canNow);
    case 'design':
      return labelled('Alternatives', entry.alternatives);
  }
}

function unblockedOf({ unblocked }: Extract<Entry, { kind: 'win' }>): string[] {
  const who = escapeText(unblocked?.who ?? '');
  const howLong = escapeText(unblocked?.howLong ?? '');
  if (!who && !howLong) return [];
  return [`**Unblocked:** ${[who, howLong && `stuck for ${howLong}`].filter(Boolean).join(', ')}`];
}

/** The user's Markdown behind a label: on its first line where it begins with words, else above it. */
function labelled(label: string, text: string): string[] {
  const markdown = isFilled(text) ? embedMarkdown(text) : '';
  if (markdown === '') return [];
  return startsWithWords(markdown) ? [`**${label}:** ${markdown}`] : [`**${label}:**`, markdown];
}

function metricsToList(metrics: readonly Metric[]): string[] {
  return metrics.length === 0 ? [] : [metrics.map((metric) => `- ${metricToText(metric)}`).join('\n')];
}

/** `Checkout p99: 420 → 180 ms (Grafana)`. */
function metricToText({ label, before, after, unit, source }: Metric): string {
  const change = before && after ? `${before} → ${after}` : before ? `before ${before}` : after ? `now ${after}` : '';
  const value = [change, unit].filter(isFilled).join(change && unit === '%' ? '\u00a0' : ' ');
  return escapeText([label, value && `: ${value}`, isFilled(source) ? ` (${source})` : ''].join(''));
}

function confirmedBy({ people, links }: Entry): string[] {
  const parts = [
    ...peopleWith(people, 'helped', 'Helped'),
    ...peopleWith(people, 'worked-with', 'With'),
    ...peopleWith(people, 'witness', 'Seen by'),
    ...(links.length > 0 ? [`Links: ${links.map(escapeLink).join(', ')}`] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

function peopleWith(people: readonly PersonInEntry[], part: PersonInEntry['part'], label: string): string[] {
  const roles = people.filter((person) => person.part === part).map((person) => person.name);
  return roles.length === 0 ? [] : [`${label}: ${escapeText(rolesToText(roles))}`];
}
