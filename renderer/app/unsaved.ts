import { isEmptyForm } from '../features/journal/entry-form.ts';
import type { Stores } from './stores.ts';

/** The typing that the journal did not take, by where it stands; what merely waits a moment to be saved is none. */
export function findUnsaved({ journal, packet }: Stores): Record<string, unknown> {
  const { composer, editor } = journal.getState();
  const { saveProblem, packet: written, profile } = packet.getState();
  return {
    ...(composer.draftProblem !== null && !isEmptyForm(composer.form) ? { 'New entry': composer.form } : {}),
    ...(editor?.draftProblem != null ? { 'Changes to an entry': editor.form } : {}),
    ...(saveProblem === null ? {} : { Packet: { theCase: written.theCase, profile } }),
  };
}

/** The typing as a text to be read: every word under the name of its field. */
export function unsavedToText(unsaved: Record<string, unknown>): string {
  return Object.entries(unsaved)
    .map(([place, fields]) => [`# ${place}`, ...fieldsToLines(fields, '')].join('\n\n'))
    .join('\n\n')
    .concat('\n');
}

function fieldsToLines(value: unknown, name: string): string[] {
  if (typeof value === 'string') return value === '' ? [] : [`${name}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    fieldsToLines(inner, name === '' ? field : `${name} ${field}`),
  );
}
