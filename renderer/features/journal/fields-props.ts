import type { EntryForm } from './entry-form.ts';

/** What each group of an entry's fields is given. */
export interface FieldsProps {
  form: EntryForm;
  /** What is wrong, by the path of the field in the contract. */
  errors: Readonly<Record<string, string>>;
  onChange: (form: EntryForm) => void;
  /** The time that the line says, for as long as the field says none. */
  saidMinutes?: string;
}

/** The first error on a list or on anything in it. */
export function findError(errors: Readonly<Record<string, string>>, field: string): string | undefined {
  const path = Object.keys(errors).find((key) => key === field || key.startsWith(`${field}.`));
  return path === undefined ? undefined : errors[path];
}
