import { useEffect, type RefObject } from 'react';
import type { JournalStore } from './journal-store.ts';

/** From this width the open entry stands beside the list and follows the cursor. */
const WIDE = '(min-width: 1100px)';

/** Whether the entry stands beside the list, not over it. */
export function isSideBySide(): boolean {
  return window.matchMedia(WIDE).matches;
}

/** The list's keys: arrows or j k move, e edits, Delete moves to the trash, Escape closes. Enter opens by itself. */
export function useListKeys(
  store: JournalStore,
  main: RefObject<HTMLElement | null>,
  onOpen: (id: string | null) => void,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      if (actOnKey(event.key, store, main.current, onOpen)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, main, onOpen]);
}

function actOnKey(
  key: string,
  store: JournalStore,
  main: HTMLElement | null,
  onOpen: (id: string | null) => void,
): boolean {
  const focused = document.activeElement;
  const row = focused?.closest<HTMLElement>('[data-entry]');
  const isInList = focused === document.body || row != null;
  // The row that has the focus, however it came there, is the one the key means.
  if (row?.dataset['entry']) store.getState().setCursor(row.dataset['entry']);
  const { opened, cursorId } = store.getState();
  const isCovered = opened !== null && !isSideBySide();
  switch (key) {
    case 'j':
    case 'k':
    case 'ArrowDown':
    case 'ArrowUp':
      if (isCovered || (key.length > 1 && !isInList)) return false;
      moveTo(store.getState().moveCursor(key === 'j' || key === 'ArrowDown' ? 1 : -1), opened !== null, main, onOpen);
      return true;
    case 'e':
      return edit(store, cursorId, onOpen);
    case 'Delete':
    case 'Backspace':
      if (!isInList || isCovered || !cursorId || store.getState().filter.isTrash) return false;
      void trash(store, cursorId, main, onOpen);
      return true;
    case 'Escape':
      if (!opened || store.getState().editor) return false;
      onOpen(null);
      focusRow(main, cursorId);
      return true;
    default:
      return false;
  }
}

function moveTo(id: string | null, isOpen: boolean, main: HTMLElement | null, onOpen: (id: string) => void): void {
  focusRow(main, id);
  if (id && isOpen) onOpen(id);
}

function edit(store: JournalStore, cursorId: string | null, onOpen: (id: string) => void): boolean {
  const { opened, startEdit, open } = store.getState();
  if (opened) startEdit();
  else if (cursorId) {
    onOpen(cursorId);
    void open(cursorId).then(startEdit);
  }
  return Boolean(opened ?? cursorId);
}

async function trash(store: JournalStore, id: string, main: HTMLElement | null, onOpen: (id: string | null) => void) {
  const wasOpen = store.getState().opened !== null;
  await store.getState().trash(id);
  const { cursorId } = store.getState();
  if (wasOpen) onOpen(cursorId);
  focusRow(main, cursorId);
}

function focusRow(main: HTMLElement | null, id: string | null): void {
  if (id) main?.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus();
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
