import { useRef, type KeyboardEvent } from 'react';
import { findSignPlace, findStretchBefore, type LineStretch } from './line-parts.ts';
import type { ReplaceText } from './replace-text.ts';

type Last =
  | { as: 'kept'; signAt: number; line: string }
  /** Backspace goes on deleting: a typing mistake is being put right. */
  | { as: 'deleting' }
  | null;

export interface LiteralKeys {
  /** Takes Backspace where it undoes a recognition. Whether it did. */
  onBackspace: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** Any other key was pressed. */
  onOtherKey: () => void;
  /** Keeps this stretch as text. */
  keep: (field: HTMLTextAreaElement, stretch: number) => void;
}

/**
 * Backspace right behind a recognised stretch keeps it as text. A second one takes that for a slip of the fingers:
 * the backslash goes again and the key deletes, as it does from then on.
 */
export function useLiteralKeys(
  stretches: readonly LineStretch[],
  replace: ReplaceText,
  say: (text: string) => void,
): LiteralKeys {
  const last = useRef<Last>(null);
  const keep = (field: HTMLTextAreaElement, stretch: number) => {
    const caret = field.selectionStart;
    const signAt = findSignPlace(stretches, stretch);
    replace(field, signAt, signAt, '\\');
    const moved = caret >= signAt ? caret + 1 : caret;
    field.setSelectionRange(moved, moved);
    say(`${stretches[stretch]?.source.trim()} is text now.`);
    last.current = { as: 'kept', signAt, line: field.value };
  };
  return {
    keep,
    onOtherKey: () => (last.current = null),
    onBackspace(event) {
      const field = event.currentTarget;
      const { selectionStart: caret, selectionEnd } = field;
      const before = last.current;
      if (event.ctrlKey || event.metaKey || event.altKey || caret !== selectionEnd) return false;
      if (before?.as === 'kept' && before.line === field.value) {
        last.current = { as: 'deleting' };
        replace(field, before.signAt, before.signAt + 1, '');
        replace(field, caret - 2, caret - 1, '');
        return true;
      }
      const found = before || event.repeat ? null : findStretchBefore(stretches, caret);
      last.current ??= { as: 'deleting' };
      if (!found) return false;
      keep(field, found.index);
      return true;
    },
  };
}
