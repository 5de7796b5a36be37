import type { EntryContent, Metric } from '../../../shared/domain/entry.ts';
import { dayToFullText } from '../../ui/day-text.ts';
import { KIND_WORDS } from '../../ui/KindIcon.tsx';
import { minutesToText } from './minutes.ts';
import {
  DESIGN_ROLE_WORDS,
  FORM_WORDS,
  INITIATIVE_WORDS,
  MODE_WORDS,
  OUTCOME_WORDS,
  PART_WORDS,
  STATUS_WORDS,
  VISIBILITY_WORDS,
  WIN_ROLE_WORDS,
} from './words.ts';

/** One field of a version in words: running text, a choice that is one thing or another, or a list. */
export type VersionField = { name: string; label: string } & (
  { type: 'prose'; text: string } | { type: 'choice'; text: string } | { type: 'list'; texts: readonly string[] }
);

/** Every field of a version in words, in the order the form has them; fields of other kinds are left out. */
export function contentToFields(content: EntryContent): VersionField[] {
  return [
    choice('kind', 'Kind', KIND_WORDS[content.kind]),
    choice('occurredOn', 'Day', dayToFullText(content.occurredOn)),
    prose('title', 'Title', content.title),
    prose('result', 'Result', content.result),
    list('metrics', 'Numbers', content.metrics.map(metricToText)),
    prose('body', 'Notes', content.body),
    ...kindToFields(content),
    list(
      'people',
      'People',
      content.people.map(({ name, part }) => `${name} (${PART_WORDS[part]})`),
    ),
    list(
      'links',
      'Links',
      content.links.map(({ title, url }) => (title ? `${title}: ${url}` : url)),
    ),
    list('projects', 'Projects', content.projects),
    list('tags', 'Tags', content.tags),
    choice('status', 'Status', STATUS_WORDS[content.status]),
    choice('visibility', 'Visibility', VISIBILITY_WORDS[content.visibility].label),
    choice('raiseAtNextMeeting', 'Raise at the next 1:1', content.raiseAtNextMeeting ? 'Yes' : 'No'),
  ];
}

function kindToFields(content: EntryContent): VersionField[] {
  switch (content.kind) {
    case 'win': {
      const stuck = [content.unblocked?.who, content.unblocked?.howLong].filter(Boolean).join(', ');
      return [choice('win.role', 'My part', WIN_ROLE_WORDS[content.role]), prose('win.who', 'Had been stuck', stuck)];
    }
    case 'help':
      return [
        prose('help.canNow', 'They can now', content.canNow),
        choice('help.mode', 'How', content.mode ? MODE_WORDS[content.mode] : ''),
        choice('help.minutes', 'Time', minutesToText(content.minutes)),
        choice('help.initiative', 'Whose idea', content.initiative ? INITIATIVE_WORDS[content.initiative] : ''),
      ];
    case 'design':
      return [
        prose('design.alternatives', 'Over what, and why', content.alternatives),
        choice('design.form', 'Form', FORM_WORDS[content.form]),
        choice('design.role', 'My part', DESIGN_ROLE_WORDS[content.role]),
        choice('design.outcome', 'Outcome', OUTCOME_WORDS[content.outcome]),
        choice('design.lookBackOn', 'Look back on', content.lookBackOn ? dayToFullText(content.lookBackOn) : ''),
      ];
  }
}

function metricToText({ label, before, after, unit, source }: Metric): string {
  const numbers = [before, after].filter(Boolean).join(' → ');
  return [label, ': ', numbers, unit && ` ${unit}`, source && ` (${source})`].join('');
}

function prose(name: string, label: string, text: string): VersionField {
  // The journal drops spaces at the ends, so they are no difference.
  return { name, label, type: 'prose', text: text.trim() };
}

function choice(name: string, label: string, text: string): VersionField {
  return { name, label, type: 'choice', text };
}

function list(name: string, label: string, texts: readonly string[]): VersionField {
  return { name, label, type: 'list', texts };
}

/** Whether the field says nothing. */
export function isEmptyField(field: VersionField): boolean {
  return field.type === 'list' ? field.texts.length === 0 : field.text === '';
}

/** The field as one text, a line for each thing in a list. */
export function fieldToText(field: VersionField): string {
  return field.type === 'list' ? field.texts.join('\n') : field.text;
}
