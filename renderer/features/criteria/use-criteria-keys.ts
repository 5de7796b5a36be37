import { useEffect } from 'react';
import { isTyping } from '../../ui/is-typing.ts';
import type { CriteriaStore } from './criteria-store.ts';

/** The page's keys: arrows or j k go through the criteria, a adds an entry to the open one, Escape closes it. Enter opens by itself. */
export function useCriteriaKeys(store: CriteriaStore, onOpen: (id: string | null) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      if (actOnKey(event.key, store, onOpen)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, onOpen]);
}

function actOnKey(key: string, store: CriteriaStore, onOpen: (id: string | null) => void): boolean {
  const { opened, openPicker } = store.getState();
  switch (key) {
    case 'Escape':
      if (opened) onOpen(null);
      return opened !== null;
    case 'a':
      if (opened) void openPicker();
      return opened !== null;
    case 'j':
    case 'ArrowDown':
      return moveFocus(1, key === 'j');
    case 'k':
    case 'ArrowUp':
      return moveFocus(-1, key === 'k');
    default:
      return false;
  }
}

/** Arrows scroll as they do anywhere, unless the focus is on a criterion. */
function moveFocus(step: number, isFromAnywhere: boolean): boolean {
  const lines = [...document.querySelectorAll<HTMLElement>('button[data-criterion]')];
  const at = lines.findIndex((line) => line === document.activeElement);
  if (at < 0 && !isFromAnywhere) return false;
  const open = lines.findIndex((line) => line.getAttribute('aria-current') === 'true');
  const next = at >= 0 ? at + step : open >= 0 ? open : 0;
  lines[Math.min(lines.length - 1, Math.max(0, next))]?.focus();
  return lines.length > 0;
}
