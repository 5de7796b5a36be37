import { useId, type ClipboardEvent, type KeyboardEvent } from 'react';
import { classes } from '../../ui/classes.ts';
import styles from './TitleLine.module.css';

interface TitleLineProps {
  id?: string;
  label: string;
  placeholder: string;
  value: string;
  error: string | undefined;
  isLarge?: boolean;
  onChange: (title: string) => void;
  /** More lines than one were pasted: the first joins the title, the rest belongs below. */
  onRest: (title: string, rest: string) => void;
}

/** The one line an entry needs. It wraps but holds no line break: Enter submits the form it is in. */
export function TitleLine({ id, label, placeholder, value, error, isLarge, onChange, onRest }: TitleLineProps) {
  const ownId = useId();
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const [first = '', ...rest] = event.clipboardData
      .getData('text')
      .trim()
      .split(/\r\n?|\n/);
    if (rest.length === 0) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    onRest(value.slice(0, selectionStart) + first + value.slice(selectionEnd), rest.join('\n'));
  };
  return (
    <div>
      <textarea
        id={id ?? ownId}
        rows={1}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${ownId}-error` : undefined}
        className={classes(styles.title, isLarge && styles.large)}
        placeholder={placeholder}
        value={value}
        onKeyDown={submitOnEnter}
        onPaste={onPaste}
        onChange={(event) => onChange(event.target.value.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' '))}
      />
      {error && (
        <p id={`${ownId}-error`} className={classes(styles.error, isLarge && styles.largeError)}>
          The title {error}.
        </p>
      )}
    </div>
  );
}

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
