import type { PersonInEntry } from '../../../shared/domain/entry.ts';
import { EMPTY_METRIC, type EntryForm } from './entry-form.ts';

/** The parts of an entry that come in rows. */
export type RowsName = 'metrics' | 'people' | 'links';

/** The form with one more, empty row. */
export function addRow(form: EntryForm, name: RowsName): EntryForm {
  switch (name) {
    case 'metrics':
      return { ...form, metrics: [...form.metrics, { ...EMPTY_METRIC }] };
    case 'people':
      return { ...form, people: [...form.people, { name: '', part: usualPart(form) }] };
    case 'links':
      return { ...form, links: [...form.links, { title: '', url: '' }] };
  }
}

/** The form without that row. */
export function removeRow(form: EntryForm, name: RowsName, index: number): EntryForm {
  return { ...form, [name]: form[name].toSpliced(index, 1) };
}

function usualPart(form: EntryForm): PersonInEntry['part'] {
  return form.kind === 'help' ? 'helped' : 'worked-with';
}
