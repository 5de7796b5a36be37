import { flushSync } from 'react-dom';

export type ReplaceText = (field: HTMLTextAreaElement, from: number, to: number, text: string) => void;

/** Replaces a stretch of a text field as typing would, so that the field's own undo takes it back; `write` sets its text where that cannot be had. */
export function createReplaceText(write: (text: string) => void): ReplaceText {
  return (field, from, to, text) => {
    field.focus();
    field.setSelectionRange(from, to);
    // No other call reaches the undo of a text field.
    if (document.execCommand?.(text === '' ? 'delete' : 'insertText', false, text)) return;
    flushSync(() => write(field.value.slice(0, from) + text + field.value.slice(to)));
    field.setSelectionRange(from + text.length, from + text.length);
  };
}
