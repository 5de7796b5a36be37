import { RungError } from '../../../shared/contract/errors.ts';
import type { Entry, EntryContentInput, Link, PersonInEntry } from '../../../shared/domain/entry.ts';
import type { EntryKind } from '../../../shared/domain/entry-words.ts';
import type { Names } from '../../ui/NamesField.tsx';
import { withName } from '../../ui/NamesField.tsx';
import { minutesToText, textToMinutes } from './minutes.ts';

type Of<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>;

/** An entry as it is being typed: the fields of every kind side by side, so that changing the kind loses nothing. */
export interface EntryForm {
  kind: EntryKind;
  /** Empty means today. */
  occurredOn: string;
  title: string;
  body: string;
  result: string;
  metrics: MetricForm[];
  people: PersonInEntry[];
  projects: Names;
  tags: Names;
  links: Link[];
  status: Entry['status'];
  visibility: Entry['visibility'];
  raiseAtNextMeeting: boolean;
  win: { role: Of<'win'>['role']; who: string; howLong: string };
  help: { mode: string; initiative: Of<'help'>['initiative']; minutes: string; canNow: string };
  design: {
    form: Of<'design'>['form'];
    role: Of<'design'>['role'];
    alternatives: string;
    outcome: Of<'design'>['outcome'];
    lookBackOn: string;
  };
}

export interface MetricForm {
  label: string;
  before: string;
  after: string;
  unit: string;
  source: string;
}

export const EMPTY_METRIC: MetricForm = { label: '', before: '', after: '', unit: '', source: '' };

/** A form with nothing in it. */
export function emptyForm(kind: EntryKind): EntryForm {
  return {
    kind,
    occurredOn: '',
    title: '',
    body: '',
    result: '',
    metrics: [],
    people: [],
    projects: { list: [], typing: '' },
    tags: { list: [], typing: '' },
    links: [],
    status: 'done',
    visibility: 'private',
    raiseAtNextMeeting: false,
    win: { role: 'drove', who: '', howLong: '' },
    help: { mode: '', initiative: null, minutes: '', canNow: '' },
    design: { form: 'design', role: 'author', alternatives: '', outcome: 'open', lookBackOn: '' },
  };
}

/** Whether nothing has been typed or chosen; the kind alone does not count. */
export function isEmptyForm(form: EntryForm): boolean {
  return JSON.stringify(form) === JSON.stringify(emptyForm(form.kind));
}

/** A kept draft as a form. A field that an older version of Rung did not have gets its empty value. */
export function draftToForm(content: unknown): EntryForm {
  const kept = (content ?? {}) as Partial<EntryForm>;
  const empty = emptyForm(kept.kind ?? 'win');
  return {
    ...empty,
    ...kept,
    win: { ...empty.win, ...kept.win },
    help: { ...empty.help, ...kept.help },
    design: { ...empty.design, ...kept.design },
  };
}

/** A stored entry, ready to be edited. */
export function entryToForm(entry: Entry): EntryForm {
  const form: EntryForm = {
    ...emptyForm(entry.kind),
    occurredOn: entry.occurredOn,
    title: entry.title,
    body: entry.body,
    result: entry.result,
    metrics: entry.metrics,
    people: entry.people,
    projects: { list: entry.projects, typing: '' },
    tags: { list: entry.tags, typing: '' },
    links: entry.links,
    status: entry.status,
    visibility: entry.visibility,
    raiseAtNextMeeting: entry.raiseAtNextMeeting,
  };
  return { ...form, ...kindToForm(entry) };
}

function kindToForm(entry: Entry): Partial<EntryForm> {
  switch (entry.kind) {
    case 'win':
      return { win: { role: entry.role, who: entry.unblocked?.who ?? '', howLong: entry.unblocked?.howLong ?? '' } };
    case 'help': {
      const { mode, initiative, minutes, canNow } = entry;
      return { help: { mode: mode ?? '', initiative, minutes: minutesToText(minutes), canNow } };
    }
    case 'design': {
      const { form, role, alternatives, outcome, lookBackOn } = entry;
      return { design: { form, role, alternatives, outcome, lookBackOn: lookBackOn ?? '' } };
    }
  }
}

/** What is typed, as the journal takes it; rows left empty fall away. `today` stands in for an empty date. */
export function formToContent(form: EntryForm, today: string): EntryContentInput {
  const common = {
    occurredOn: form.occurredOn || today,
    title: form.title,
    body: form.body,
    result: form.result,
    metrics: form.metrics.filter((metric) => Object.values(metric).some(isFilled)),
    people: form.people.filter((person) => isFilled(person.name)),
    projects: withName(form.projects.list, form.projects.typing),
    tags: withName(form.tags.list, form.tags.typing),
    links: form.links.filter((link) => isFilled(link.url) || isFilled(link.title)),
    status: form.status,
    visibility: form.visibility,
    raiseAtNextMeeting: form.raiseAtNextMeeting,
  };
  switch (form.kind) {
    case 'win': {
      const { role, who, howLong } = form.win;
      return { kind: 'win', ...common, role, unblocked: isFilled(who + howLong) ? { who, howLong } : null };
    }
    case 'help':
      return { kind: 'help', ...common, ...helpToContent(form.help) };
    case 'design': {
      const { lookBackOn, ...design } = form.design;
      return { kind: 'design', ...common, ...design, lookBackOn: lookBackOn || null };
    }
  }
}

function helpToContent({ mode, initiative, minutes, canNow }: EntryForm['help']) {
  const read = textToMinutes(minutes);
  if (read === undefined) {
    throw new RungError('invalid', 'minutes: write 45, 45m or 1h30m', { minutes: 'Write 45, 45m or 1h30m.' });
  }
  return { mode: (mode || null) as Of<'help'>['mode'], initiative, minutes: read, canNow };
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
