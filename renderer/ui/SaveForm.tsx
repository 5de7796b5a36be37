import type { KeyboardEvent, ReactNode, Ref, SubmitEvent } from 'react';

interface SaveFormProps {
  label: string;
  className?: string | undefined;
  onSave: () => void;
  onEscape: () => void;
  children: ReactNode;
  ref?: Ref<HTMLFormElement>;
}

/** A form that Ctrl or Cmd with Enter saves from any of its fields. */
export function SaveForm({ label, className, onSave, onEscape, children, ref }: SaveFormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSave();
    }
    if (event.key === 'Escape') onEscape();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    // The keys belong to the fields inside and are heard here once for all of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form ref={ref} className={className} aria-label={label} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {children}
    </form>
  );
}
