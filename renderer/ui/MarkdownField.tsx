import { useId, useRef, type ReactNode, type Ref } from 'react';
import { classes } from './classes.ts';
import field from './Field.module.css';
import styles from './MarkdownField.module.css';
import { useMarkdownEditor, type FieldHandle } from './use-markdown-editor.ts';

interface MarkdownFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  error?: string | undefined;
  /** Room for three lines from the start. */
  isTall?: boolean;
  /** Stands at the end of the label's line. */
  aside?: ReactNode;
  ref?: Ref<FieldHandle>;
}

/** Several lines of Markdown: a plain field at once, the editor in its place as soon as that is loaded. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { label, value, onChange, placeholder = '', error, isTall, aside, ref } = props;
  const id = useId();
  const plain = useRef<HTMLTextAreaElement>(null);
  const note = error ? `${id}-note` : undefined;
  const words = { placeholder, labelledBy: `${id}-label`, describedBy: note, isInvalid: error !== undefined };
  const { place, isRich, focus } = useMarkdownEditor({ plain, value, words, onChange, ref });
  return (
    <div className={classes(field.field, isTall && styles.tall, error && styles.invalid)}>
      <div className={styles.head}>
        {/* A label does not reach an editor by itself. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
        <label id={`${id}-label`} htmlFor={id} className={field.label} onClick={() => isRich && focus()}>
          {label}
        </label>
        {aside}
      </div>
      {isRich ? (
        <div ref={place} />
      ) : (
        <textarea
          ref={plain}
          id={id}
          value={value}
          rows={1}
          placeholder={placeholder}
          aria-invalid={error ? true : undefined}
          aria-describedby={note}
          className={classes(field.control, field.prose, isTall && field.tall)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {error && (
        <p id={note} className={field.error}>
          {error}
        </p>
      )}
    </div>
  );
}
