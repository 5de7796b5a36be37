import { useState, type KeyboardEvent } from 'react';
import type { LineChoices } from './line-parts.ts';
import type { ReplaceText } from './replace-text.ts';

export interface OpenChoices {
  /** What may be chosen at the caret; null while there is nothing, or it was closed. */
  open: LineChoices | null;
  /** The highlighted choice, or -1. */
  active: number;
  /** Takes a key that belongs to the list. Whether it did. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  choose: (field: HTMLTextAreaElement, index: number) => void;
  /** The caret stands here now; null when the line has lost the focus. */
  setCaret: (caret: number | null) => void;
}

/** Which names are offered for the sign at the caret. None is highlighted until an arrow is pressed, so Enter stays free. */
export function useLineChoices(
  line: string,
  findChoices: (line: string, caret: number) => LineChoices | null,
  replace: ReplaceText,
): OpenChoices {
  const [caret, setCaret] = useState<number | null>(null);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [{ active, typed }, setActive] = useState({ active: -1, typed: '' });
  const found = caret === null ? null : findChoices(line, caret);
  const open = found && found.from !== closedAt ? found : null;
  const source = open ? line.slice(0, open.to) : '';
  // What was highlighted belongs to what had been typed by then.
  const highlighted = open && typed === source ? active : -1;

  const choose = (field: HTMLTextAreaElement, index: number) => {
    const choice = open?.choices[index];
    if (!open || !choice) return;
    const { from, to } = open;
    const gap = line[to] === ' ' ? '' : ' ';
    replace(field, from, to, choice.text + gap);
    const next = from + choice.text.length + 1;
    field.setSelectionRange(next, next);
    setCaret(next);
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!open || event.ctrlKey || event.metaKey || event.altKey) return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        setActive({
          active: step(highlighted, event.key === 'ArrowDown' ? 1 : -1, open.choices.length),
          typed: source,
        });
        return true;
      case 'Enter':
        if (highlighted < 0) return false;
        choose(event.currentTarget, highlighted);
        return true;
      case 'Tab': {
        // A bare sign leaves Tab to move on.
        const isWanted = highlighted >= 0 || open.to - open.from > 1;
        if (event.shiftKey || !isWanted) return false;
        choose(event.currentTarget, Math.max(0, highlighted));
        return true;
      }
      case 'Escape':
        setClosedAt(open.from);
        return true;
      default:
        return false;
    }
  };
  const place = (next: number | null) => {
    setCaret(next);
    if (next === null || (closedAt !== null && next <= closedAt)) setClosedAt(null);
  };
  return { open, active: highlighted, onKey, choose, setCaret: place };
}

/** The next highlighted place; -1, between last and first, is none. */
function step(active: number, by: number, count: number): number {
  return ((((active + 1 + by) % (count + 1)) + count + 1) % (count + 1)) - 1;
}
