import { useMemo } from 'react';
import type { EntryContent } from '../../../shared/domain/entry.ts';
import { compareVersions, type FieldChange } from './compare-versions.ts';
import { shorten, usePieces } from './use-pieces.ts';
import { contentToFields, fieldToText, isEmptyField, type VersionField } from './version-fields.ts';
import styles from './VersionChanges.module.css';

/** What changed from one version to another, field by field, in words as much as in colour. */
export function VersionChanges({ before, after }: { before: EntryContent; after: EntryContent }) {
  const changes = useMemo(() => compareVersions(before, after), [before, after]);
  if (changes.length === 0) return <p className={styles.quiet}>Nothing differs.</p>;
  return (
    <dl className={styles.fields}>
      {changes.map((change) => (
        <div key={change.name}>
          <dt>{change.label}</dt>
          <dd>
            <Change change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Everything a version says, as plain text. */
export function VersionText({ content }: { content: EntryContent }) {
  return (
    <dl className={styles.fields}>
      {contentToFields(content)
        .filter((field) => !isEmptyField(field))
        .map((field) => (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd className={styles.prose}>{fieldToText(field)}</dd>
          </div>
        ))}
    </dl>
  );
}

function Change({ change: { before, after } }: { change: FieldChange }) {
  if (before.type === 'list' && after.type === 'list') return <ListChange before={before.texts} after={after.texts} />;
  if (before.type === 'prose' && after.type === 'prose') return <ProseChange before={before.text} after={after.text} />;
  return <ChoiceChange before={before} after={after} />;
}

function ChoiceChange({ before, after }: { before: VersionField; after: VersionField }) {
  return (
    <>
      {!isEmptyField(before) && <Removed text={fieldToText(before)} />}
      {!isEmptyField(before) && !isEmptyField(after) && ' → '}
      {!isEmptyField(after) && <Added text={fieldToText(after)} />}
    </>
  );
}

function ListChange({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const removed = before.filter((text) => !after.includes(text));
  const added = after.filter((text) => !before.includes(text));
  if (removed.length + added.length === 0) return <span className={styles.quiet}>in another order</span>;
  return (
    <ul className={styles.list}>
      {removed.map((text) => (
        <li key={text}>
          <span aria-hidden>− </span>
          <Removed text={text} />
        </li>
      ))}
      {added.map((text) => (
        <li key={text}>
          <span aria-hidden>+ </span>
          <Added text={text} />
        </li>
      ))}
    </ul>
  );
}

function ProseChange({ before, after }: { before: string; after: string }) {
  const pieces = usePieces(before, after);
  return (
    <div className={styles.prose}>
      {pieces.map((piece, index) => {
        if (piece.in === 'before') return <Removed key={index} text={piece.text} />;
        if (piece.in === 'after') return <Added key={index} text={piece.text} />;
        return <span key={index}>{shorten(piece.text, index > 0, index < pieces.length - 1)}</span>;
      })}
    </div>
  );
}

function Removed({ text }: { text: string }) {
  return (
    <del className={styles.removed}>
      <span className="sr-only">removed: </span>
      {showBreaks(text)}
      <span className="sr-only">; </span>
    </del>
  );
}

function Added({ text }: { text: string }) {
  return (
    <ins className={styles.added}>
      <span className="sr-only">added: </span>
      {showBreaks(text)}
      <span className="sr-only">; </span>
    </ins>
  );
}

/** A change of nothing but line breaks would not be seen. */
function showBreaks(text: string): string {
  return text.trim() === '' ? text.replaceAll('\n', '↵\n').replaceAll(' ', '␣') : text;
}
