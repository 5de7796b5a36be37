import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Segmented.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  icon?: ReactNode;
}

interface SegmentedProps<Value extends string> {
  /** What is chosen here; read out, and shown unless `isLabelHidden`. */
  label: string;
  isLabelHidden?: boolean;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  className?: string | undefined;
}

/** A few choices side by side: a native radio group, so arrow keys work by themselves. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes(styles.group, props.className)}>
      <legend className={props.isLabelHidden ? 'sr-only' : styles.legend}>{props.label}</legend>
      <div className={styles.choices}>
        {props.choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            {choice.icon}
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
