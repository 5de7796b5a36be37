import type { KeyboardEvent, RefObject } from 'react';
import type { EntryForm } from './entry-form.ts';
import { addRow, removeRow, type RowsName } from './entry-rows.ts';

interface RowActs {
  add: (name: RowsName) => void;
  remove: (name: RowsName, index: number) => void;
  /** Enter goes to the next row, a new one after the last; Backspace in a row left empty removes it. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Adds and removes rows, and keeps the focus where the hand expects it. */
export function useRowKeys(
  box: RefObject<HTMLElement | null>,
  form: EntryForm,
  onChange: (form: EntryForm) => void,
): RowActs {
  const focusRow = (name: RowsName, index: number) =>
    // The row is there after the next drawing.
    requestAnimationFrame(() => {
      const row = findRows(box.current, name)[index];
      (row?.querySelector('input') ?? box.current?.querySelector<HTMLElement>(`[data-add="${name}"]`))?.focus();
    });
  const add = (name: RowsName) => {
    onChange(addRow(form, name));
    focusRow(name, form[name].length);
  };
  const remove = (name: RowsName, index: number) => {
    onChange(removeRow(form, name, index));
    focusRow(name, Math.max(0, Math.min(index, form[name].length - 2)));
  };
  return {
    add,
    remove,
    onKeyDown(event) {
      const place = findPlace(box.current, event);
      if (!place) return;
      const { name, index, isEmpty } = place;
      const isNext = event.key === 'Enter';
      if (!isNext && !(event.key === 'Backspace' && isEmpty)) return;
      event.preventDefault();
      if (!isNext) remove(name, index);
      else if (index + 1 < form[name].length) focusRow(name, index + 1);
      else if (!isEmpty) add(name);
    },
  };
}

/** The row that a plain key was pressed in. */
function findPlace(box: HTMLElement | null, event: KeyboardEvent) {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
  if (!isPlain || !(event.target instanceof HTMLInputElement)) return null;
  const row = event.target.closest('li');
  const name = event.target.closest<HTMLElement>('[data-rows]')?.dataset['rows'] as RowsName | undefined;
  if (!row || !name) return null;
  const isEmpty = [...row.querySelectorAll('input')].every(({ value }) => value === '');
  return { name, index: findRows(box, name).indexOf(row), isEmpty };
}

function findRows(box: HTMLElement | null, name: RowsName): HTMLLIElement[] {
  return [...(box?.querySelectorAll<HTMLLIElement>(`[data-rows="${name}"] li`) ?? [])];
}
