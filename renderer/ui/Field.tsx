import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';

interface FieldProps {
  label: string;
  isLabelHidden?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  className?: string | undefined;
}

/** What a control in a field has to carry so that its label, hint and error are read out with it. */
interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** A label over its control, with a hint or an error under it. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const note = props.error ?? props.hint;
  return (
    <div className={classes(styles.field, props.className)}>
      <label htmlFor={id} className={props.isLabelHidden ? 'sr-only' : styles.label}>
        {props.label}
      </label>
      {props.children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': props.error ? true : undefined,
      })}
      {note && (
        <p id={`${id}-note`} className={props.error ? styles.error : styles.hint}>
          {note}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** The focus left the line. */
  onLeave?: (() => void) | undefined;
  placeholder?: string | undefined;
  type?: 'text' | 'url' | 'date' | 'password';
  inputMode?: 'numeric' | 'url';
  list?: string;
  isMono?: boolean;
}

/** One line of text, or a date. */
export function TextField({
  value,
  onChange,
  onLeave,
  placeholder,
  type = 'text',
  inputMode,
  list,
  isMono,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type={type}
          inputMode={inputMode}
          list={list}
          value={value}
          placeholder={placeholder}
          autoComplete="off"
          className={classes(styles.control, isMono && styles.mono)}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}

interface ProseFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  /** Room for three lines from the start. */
  isTall?: boolean;
}

/** Several lines of text; grows with what is written. */
export function ProseField({ value, onChange, placeholder, isTall, ...field }: ProseFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          value={value}
          rows={1}
          placeholder={placeholder}
          className={classes(styles.control, styles.prose, isTall && styles.tall)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps<Value extends string> extends FieldProps {
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of more choices than fit side by side. */
export function SelectField<Value extends string>({ value, choices, onChange, ...field }: SelectFieldProps<Value>) {
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          value={value}
          className={styles.control}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
