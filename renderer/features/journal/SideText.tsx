import styles from './ConflictChoice.module.css';
import { shorten, usePieces } from './use-pieces.ts';
import { fieldToText, isEmptyField, type VersionField } from './version-fields.ts';

/** One side of a field that differs, with what only this side says marked: underlined, and in words for a screen reader. */
export function SideText({ field, other }: { field: VersionField; other: VersionField }) {
  if (isEmptyField(field)) return <p className={styles.nothing}>nothing</p>;
  if (field.type === 'list' && other.type === 'list') {
    return (
      <ul>
        {field.texts.map((text) => (
          <li key={text}>{other.texts.includes(text) ? text : <Only text={text} />}</li>
        ))}
      </ul>
    );
  }
  if (field.type === 'prose' && other.type === 'prose') return <SideProse text={field.text} other={other.text} />;
  return <Only text={fieldToText(field)} />;
}

function SideProse({ text, other }: { text: string; other: string }) {
  const pieces = usePieces(other, text).filter((piece) => piece.in !== 'before');
  return (
    <div className={styles.prose}>
      {pieces.map((piece, index) =>
        piece.in === 'after' ? (
          <Only key={index} text={piece.text} />
        ) : (
          <span key={index}>{shorten(piece.text, index > 0, index < pieces.length - 1)}</span>
        ),
      )}
    </div>
  );
}

function Only({ text }: { text: string }) {
  return (
    <mark className={styles.only}>
      <span className="sr-only">only here: </span>
      {text}
      <span className="sr-only">; </span>
    </mark>
  );
}
