import type { EntryContent } from '../../../shared/domain/entry.ts';
import { contentToFields, isEmptyField, type VersionField } from './version-fields.ts';

/** A field that is not the same in two versions. A side that does not have the field is empty. */
export interface FieldChange {
  name: string;
  label: string;
  before: VersionField;
  after: VersionField;
}

/** The fields in which two versions differ, in the order of the form. */
export function compareVersions(before: EntryContent, after: EntryContent): FieldChange[] {
  const left = contentToFields(before);
  const right = contentToFields(after);
  const names = [...new Set([...right, ...left].map(({ name }) => name))];
  return names.flatMap((name) => {
    const inBefore = left.find((field) => field.name === name);
    const inAfter = right.find((field) => field.name === name);
    const { label } = (inAfter ?? inBefore)!;
    const sides = { before: inBefore ?? emptyLike(inAfter!), after: inAfter ?? emptyLike(inBefore!) };
    return isSameField(sides.before, sides.after) ? [] : [{ name, label, ...sides }];
  });
}

function isSameField(before: VersionField, after: VersionField): boolean {
  if (isEmptyField(before) && isEmptyField(after)) return true;
  return JSON.stringify(before) === JSON.stringify(after);
}

function emptyLike(field: VersionField): VersionField {
  return field.type === 'list' ? { ...field, texts: [] } : { ...field, text: '' };
}
