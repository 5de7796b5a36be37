import type { CapturedLine } from '../../../shared/capture/captured-line.ts';
import type { Input } from '../../../shared/contract/contract.ts';
import { RungError } from '../../../shared/contract/errors.ts';
import type { PersonInEntry } from '../../../shared/domain/entry.ts';
import { readLine, type LineGround } from '../../api/line-ground.ts';
import { withName } from '../../ui/NamesField.tsx';
import { formToContent, type EntryForm } from './entry-form.ts';
import { minutesToText } from './minutes.ts';

/** The entry that a form stands for whose title is a line of the grammar. Throws `invalid` where no title is left. */
export function lineToEntry(form: EntryForm, ground: LineGround, today: string): Input<'entries.create'> {
  const captured = readLine(form.title, form.kind, ground);
  if (!captured.title) throw new RungError('invalid', `The title ${NO_TITLE}.`, { title: NO_TITLE });
  const evidence = captured.criterionIds.map((criterionId) => ({ criterionId }));
  return { ...formToContent(mergeLine(form, captured), today), evidence };
}

const NO_TITLE = 'is empty: say what happened beside the signs';

/** The form with what its line says: a field that was filled wins over the line, lists are put together. */
export function mergeLine(form: EntryForm, captured: CapturedLine): EntryForm {
  return {
    ...showLine(form, captured),
    title: captured.title,
    people: withPeople(form.people, captured),
    projects: { ...form.projects, list: captured.projects.reduce(withName, [...form.projects.list]) },
    tags: { ...form.tags, list: captured.tags.reduce(withName, [...form.tags.list]) },
    help: { ...form.help, minutes: form.help.minutes.trim() ? form.help.minutes : minutesToText(captured.minutes) },
    raiseAtNextMeeting: form.raiseAtNextMeeting || captured.raiseAtNextMeeting,
  };
}

/** The form as its fields show it: kind and day of the line where the field itself says nothing. */
export function showLine(form: EntryForm, { kind, occurredOn }: CapturedLine): EntryForm {
  return { ...form, kind, occurredOn: form.occurredOn || (occurredOn ?? '') };
}

/** What was changed in the fields, without what only the line says: that goes on following the line. */
export function keepTyped(changed: EntryForm, shown: EntryForm, form: EntryForm): EntryForm {
  const isDayTyped = changed.occurredOn !== shown.occurredOn;
  return { ...changed, kind: form.kind, occurredOn: isDayTyped ? changed.occurredOn : form.occurredOn };
}

function withPeople(people: readonly PersonInEntry[], { people: names, kind }: CapturedLine): PersonInEntry[] {
  const known = new Set(people.map(({ name }) => name.trim().toLowerCase()));
  const part = kind === 'help' ? 'helped' : 'worked-with';
  const added = names.filter((name) => !known.has(name.toLowerCase())).map((name) => ({ name, part }) as const);
  return [...people, ...added];
}
