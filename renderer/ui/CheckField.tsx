import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './CheckField.module.css';

interface CheckFieldProps {
  label: ReactNode;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  className?: string | undefined;
}

/** A native checkbox with its words. */
export function CheckField({ label, isChecked, onChange, className }: CheckFieldProps) {
  return (
    <label className={classes(styles.check, className)}>
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
