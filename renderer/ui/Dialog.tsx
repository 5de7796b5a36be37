import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Room for two texts side by side. */
  isWide?: boolean;
  children: ReactNode;
}

/** A native modal dialog: the browser keeps the focus inside and closes it on Escape. */
export function Dialog({ title, isOpen, onClose, isWide, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (isOpen && !dialog.current?.open) {
      dialog.current?.showModal();
      // Left alone, the browser would give the focus to the scrolling body.
      dialog.current?.querySelector<HTMLElement>('input, button')?.focus();
    }
    if (!isOpen && dialog.current?.open) dialog.current.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, isWide && styles.wide)}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      {isOpen && (
        <>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <div className={styles.body}>{children}</div>
          {/* Last, so that the focus begins with what the dialog is about. */}
          <IconButton label="Close" className={styles.close} onClick={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </>
      )}
    </dialog>
  );
}
