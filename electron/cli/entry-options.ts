import { Option, type Command } from 'commander';
import { RungError } from '../../shared/contract/errors.ts';
import {
  designForms,
  designOutcomes,
  designRoles,
  entryKinds,
  entryStatuses,
  helpModes,
  initiatives,
  peopleParts,
  visibilities,
  winRoles,
} from '../../shared/domain/entry-words.ts';

/** What the options of `add` and `edit` say about an entry. */
export interface EntryOptions {
  kind?: string;
  on?: string;
  body?: string;
  result?: string;
  metric?: string[];
  person?: string[];
  project?: string[];
  tag?: string[];
  link?: string[];
  status?: string;
  visibility?: string;
  raise?: boolean;
  role?: string;
  unblocked?: string;
  mode?: string;
  initiative?: string;
  minutes?: string;
  canNow?: string;
  form?: string;
  alternatives?: string;
  outcome?: string;
  lookBackOn?: string;
}

/** Adds the options that describe an entry to a command. */
export function withEntryOptions(command: Command): Command {
  return command
    .addOption(new Option('--kind <kind>', 'what it is').choices(entryKinds))
    .option('--on <date>', 'the day it happened, YYYY-MM-DD (default: today)')
    .option('--body <markdown>', 'what happened, in your words')
    .option('--result <markdown>', 'what changed because of it')
    .option('--metric <label: before -> after unit (source)>', 'a measure; may be repeated', collect)
    .option('--person <name[:part]>', `somebody in it; part: ${peopleParts.join(', ')}; may be repeated`, collect)
    .option('--project <name>', 'may be repeated', collect)
    .option('--tag <name>', 'may be repeated', collect)
    .option('--link <[title=]url>', 'may be repeated', collect)
    .addOption(new Option('--status <status>', 'default: done').choices(entryStatuses))
    .addOption(new Option('--visibility <who>', 'default: private').choices(visibilities))
    .option('--raise', 'raise it at the next 1:1')
    .option('--no-raise', 'do not raise it')
    .addOption(new Option('--role <role>', 'win, design: your part').choices([...winRoles, ...designRoles]))
    .option('--unblocked <who[, how long]>', 'win: who had been stuck')
    .addOption(new Option('--mode <mode>', 'help: how').choices(helpModes))
    .addOption(new Option('--initiative <who>', 'help: who began').choices(initiatives))
    .option('--minutes <n>', 'help: how long')
    .option('--can-now <markdown>', 'help: what they can do now without you')
    .addOption(new Option('--form <form>', 'design: of what form').choices(designForms))
    .option('--alternatives <markdown>', 'design: what else was considered')
    .addOption(new Option('--outcome <outcome>', 'design: what became of it').choices(designOutcomes))
    .option('--look-back-on <date>', 'design: when to note how it held up');
}

/** The fields that the options name, as the contract takes them; what was not named is left out. */
export function optionsToFields(options: EntryOptions): object {
  const { on, metric, person, project, tag, link, raise, minutes, unblocked } = options;
  return dropUndefined({
    ...sameFields(options),
    occurredOn: on,
    metrics: metric?.map(textToMetric),
    people: person?.map(textToPerson),
    projects: project,
    tags: tag,
    links: link?.map(textToLink),
    raiseAtNextMeeting: raise,
    minutes: minutes === undefined ? undefined : textToMinutes(minutes),
    unblocked: unblocked === undefined ? undefined : textToUnblocked(unblocked),
  });
}

const FIELDS_OF_SAME_NAME = [
  'kind',
  'body',
  'result',
  'status',
  'visibility',
  'role',
  'mode',
  'initiative',
  'canNow',
  'form',
  'alternatives',
  'outcome',
  'lookBackOn',
] as const;

/** Collects the values of an option that may be repeated. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

const METRIC =
  /^(?<label>[^:]+):\s*(?<before>.*?)\s*(?:->|→)\s*(?<after>[^\s(]+)\s*(?<unit>[^(]*?)\s*(?:\((?<source>.*)\))?$/;

function textToMetric(text: string) {
  const { label, before, after, unit, source } = METRIC.exec(text)?.groups ?? {};
  if (!label || after === undefined) {
    throw new RungError('invalid', `--metric "${text}" is not of the form "label: before -> after unit (source)"`);
  }
  return { label, before, after, unit, source: source ?? '' };
}

function textToPerson(text: string) {
  const [, name, part] = /^(.*?)(?::([a-z-]+))?$/s.exec(text) ?? [];
  return part ? { name: name ?? '', part } : (name ?? '');
}

function textToLink(text: string) {
  const [, title, url] = /^(?!https?:|mailto:)(.*?)=(.*)$/s.exec(text) ?? [];
  return url === undefined ? text : { title: title ?? '', url };
}

function textToUnblocked(text: string) {
  const comma = text.indexOf(',');
  return comma < 0 ? { who: text, howLong: '' } : { who: text.slice(0, comma), howLong: text.slice(comma + 1) };
}

function textToMinutes(text: string): number {
  const [, hours, minutes] = /^(?:(\d+)h)?(?:(\d+)m?)?$/.exec(text.trim()) ?? [];
  if (hours === undefined && minutes === undefined) {
    throw new RungError('invalid', `--minutes "${text}" is not a number of minutes, such as 45 or 1h30m`);
  }
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

function sameFields(options: EntryOptions): Partial<EntryOptions> {
  return Object.fromEntries(FIELDS_OF_SAME_NAME.map((field) => [field, options[field]]));
}

function dropUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
