import type { EntryForm } from './entry-form.ts';

/** The form with one field, named as in `contentToFields`, from another one. */
export function takeField(form: EntryForm, from: EntryForm, name: string): EntryForm {
  const [key, part] = name.split('.') as [keyof EntryForm, string | undefined];
  if (key === 'kind') return { ...form, kind: from.kind, [from.kind]: from[from.kind] };
  if (part === undefined) return { ...form, [key]: from[key] };
  // Who had been stuck, and for how long, are one thing in words and two in the form.
  if (name === 'win.who') return { ...form, win: { ...form.win, who: from.win.who, howLong: from.win.howLong } };
  const group = from[key] as Record<string, unknown>;
  return { ...form, [key]: { ...(form[key] as Record<string, unknown>), [part]: group[part] } };
}
