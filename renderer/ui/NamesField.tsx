import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Field } from './Field.tsx';
import styles from './NamesField.module.css';

/** Names that stand, and the one being typed: kept apart so that nothing typed is lost before Enter. */
export interface Names {
  list: readonly string[];
  typing: string;
}

interface NamesFieldProps {
  label: string;
  placeholder?: string;
  value: Names;
  onChange: (value: Names) => void;
  error?: string | undefined;
}

/** A row of short names: Enter or a comma sets one, Backspace takes the last back into the line. */
export function NamesField({ label, placeholder, value, onChange, error }: NamesFieldProps) {
  const { list, typing } = value;
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing;
    if (isPlain && (event.key === 'Enter' || event.key === ',') && typing.trim()) {
      event.preventDefault();
      onChange({ list: withName(list, typing), typing: '' });
    }
    if (event.key === 'Backspace' && typing === '' && list.length > 0) {
      event.preventDefault();
      onChange({ list: list.slice(0, -1), typing: list.at(-1)! });
    }
  };
  return (
    <Field label={label} error={error}>
      {(control) => (
        <div className={styles.names}>
          {list.map((name) => (
            <span key={name} className={styles.name}>
              {name}
              <button
                type="button"
                className={styles.remove}
                aria-label={`Remove ${name}`}
                onClick={() => onChange({ list: list.filter((one) => one !== name), typing })}
              >
                <X size={12} aria-hidden />
              </button>
            </span>
          ))}
          <input
            {...control}
            className={styles.input}
            value={typing}
            placeholder={list.length === 0 ? placeholder : undefined}
            autoComplete="off"
            onKeyDown={onKeyDown}
            onBlur={() => typing.trim() && onChange({ list: withName(list, typing), typing: '' })}
            onChange={(event) => onChange({ list, typing: event.target.value })}
          />
        </div>
      )}
    </Field>
  );
}

/** The names with the typed one set. */
export function withName(list: readonly string[], typing: string): string[] {
  const name = typing.trim();
  return !name || list.includes(name) ? [...list] : [...list, name];
}
