import type { Entry, Link } from '../domain/entry.ts';

/** What to do with each piece of an entry that the user typed. */
export interface TextChange {
  text(text: string): string;
  personName(name: string): string;
  /** Null leaves the link out. */
  link(link: Link): Link | null;
}

/** The entry with every text in it changed: the one list of the places where a packet can say something. */
export function mapTexts(entry: Entry, change: TextChange): Entry {
  const { text } = change;
  const common = {
    title: text(entry.title),
    body: text(entry.body),
    result: text(entry.result),
    metrics: entry.metrics.map((metric) => ({
      label: text(metric.label),
      before: text(metric.before),
      after: text(metric.after),
      unit: text(metric.unit),
      source: text(metric.source),
    })),
    people: entry.people.map(({ name, part }) => ({ name: change.personName(name), part })),
    projects: entry.projects.map(text).filter(isFilled),
    tags: entry.tags.map(text).filter(isFilled),
    links: entry.links.map((link) => change.link(link)).filter((link) => link !== null),
  };
  switch (entry.kind) {
    case 'win': {
      const { unblocked } = entry;
      return {
        ...entry,
        ...common,
        unblocked: unblocked && { who: text(unblocked.who), howLong: text(unblocked.howLong) },
      };
    }
    case 'help':
      return { ...entry, ...common, canNow: text(entry.canNow) };
    case 'design':
      return { ...entry, ...common, alternatives: text(entry.alternatives) };
  }
}

/** Whether the text says anything. */
export function isFilled(text: string): boolean {
  return text.trim() !== '';
}
