import { useContext, useEffect, type RefObject } from 'react';
import type { Revision } from '../../../shared/domain/entry.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { JournalContext } from './journal-context.ts';
import type { JournalStore } from './journal-store.ts';

/** The history's keys: arrows or j k go through the versions, Enter or b brings one back, Escape leads back to the entry. */
export function useHistoryKeys(root: RefObject<HTMLElement | null>, versions: readonly Revision[]): void {
  const store = useContext(JournalContext);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!store || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const isHere = event.target === document.body || root.current?.contains(event.target as Node);
      if (!isHere && event.key !== 'Escape') return;
      if (!actOnKey(event, store, versions)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the list's own keys, which mean other things by the same letters.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [root, store, versions]);
}

function actOnKey({ key, target }: KeyboardEvent, store: JournalStore, versions: readonly Revision[]): boolean {
  const { versionAt, lookAt, bringBack, closeHistory } = store.getState();
  const at = versions.findIndex(({ number }) => number === versionAt);
  const version = versions[at];
  // A radio has arrows of its own, a button an Enter of its own.
  const isRow = target === document.body || (target instanceof HTMLElement && target.dataset['version'] !== undefined);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
    case 'j':
    case 'k': {
      const next = versions[at + (key === 'ArrowDown' || key === 'j' ? 1 : -1)];
      if (!isRow) return false;
      if (next) lookAt(next.number);
      return true;
    }
    case 'Enter':
    case 'b':
      if (!version || version.isCurrent || (key === 'Enter' && !isRow)) return false;
      void bringBack(version);
      return true;
    case 'Escape':
      closeHistory();
      return true;
    default:
      return false;
  }
}
