import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  ref?: Ref<HTMLButtonElement>;
}

/** A verb. At most one primary button on a screen. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={classes(styles.button, styles[look], className)} />;
}

interface IconButtonProps extends ButtonProps {
  /** The verb, which is also the tooltip. */
  label: string;
}

/** A verb drawn as an icon, with its word as name and tooltip. */
export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classes(styles.button, styles.icon, className)}
    />
  );
}
