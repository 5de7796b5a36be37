import { useEffect, type RefObject } from 'react';
import { focusFind } from './focus-find.ts';
import type { JournalStore } from './journal-store.ts';
import { isTyping } from '../../ui/is-typing.ts';

/** From this width the open entry stands beside the list and follows the cursor. */
const WIDE = '(min-width: 1100px)';

/** Whether the entry stands beside the list, not over it. */
export function isSideBySide(): boolean {
  return window.matchMedia(WIDE).matches;
}

/** Rows that PageUp and PageDown move by. */
const PAGE = 10;

const STEPS: Record<string, number> = {
  j: 1,
  k: -1,
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
};

/** What the keys act on. */
interface Hand {
  store: JournalStore;
  main: HTMLElement | null;
  onOpen: (id: string | null) => void;
}

/**
 * The list's keys: arrows or j k move, with Shift they select, x selects one, e edits, Delete moves to the trash,
 * / searches, g goes to a date, y shows the year, Escape closes. Enter opens by itself.
 */
export function useListKeys(
  store: JournalStore,
  main: RefObject<HTMLElement | null>,
  onOpen: (id: string | null) => void,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return;
      const hand = { store, main: main.current, onOpen };
      const isDone =
        event.ctrlKey || event.metaKey
          ? actOnModKey(event, hand)
          : !isTyping(event.target) && actOnKey(event.key, event.shiftKey, hand);
      if (isDone) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, main, onOpen]);
}

function actOnModKey({ key, shiftKey, target }: KeyboardEvent, { store }: Hand): boolean {
  if (shiftKey) return false;
  if (key === 'f') return focusFind();
  if (key !== 'a' || isTyping(target) || store.getState().filter.isTrash) return false;
  void store.getState().selectAll();
  return true;
}

function actOnKey(key: string, isShift: boolean, hand: Hand): boolean {
  const { store } = hand;
  const focused = document.activeElement;
  const row = focused?.closest<HTMLElement>('[data-entry]');
  const isInList = focused === document.body || row != null;
  // The row that has the focus, however it came there, is the one the key means.
  if (row?.dataset['entry'] && !isOnTheWay(store)) store.getState().setCursor(row.dataset['entry']);
  const { opened, cursorId, filter } = store.getState();
  const isCovered = opened !== null && !isSideBySide();
  const step = STEPS[key];
  if (step !== undefined) {
    if (isCovered || filter.isTrash || (key.length > 1 && !isInList)) return false;
    void moveTo(step, isShift, hand);
    return true;
  }
  switch (key) {
    case 'x':
      if (!isInList || isCovered || !cursorId || filter.isTrash) return false;
      store.getState().toggleSelected(cursorId);
      return true;
    case '/':
      return !isCovered && focusFind();
    case 'g':
      return !isCovered && focusDate();
    case 'y':
      return !isCovered && toggleYear(store);
    case 'e':
      return edit(hand, cursorId);
    case 'Delete':
    case 'Backspace':
      return isInList && !isCovered && !filter.isTrash && trash(hand, cursorId);
    case 'Escape':
      return leave(hand, isCovered);
    default:
      return false;
  }
}

/** Whether the cursor has gone ahead to a row that is still to be drawn. */
function isOnTheWay(store: JournalStore): boolean {
  const { reveal, cursorId } = store.getState();
  return reveal !== null && reveal.takesFocus && reveal.id === cursorId && !isDrawn(cursorId);
}

function isDrawn(id: string | null): boolean {
  return id !== null && document.querySelector(`[data-entry="${id}"]`) !== null;
}

async function moveTo(step: number, isShift: boolean, { store, onOpen }: Hand): Promise<void> {
  // One has scrolled away from the cursor: the keys begin with what one looks at.
  if (!isDrawn(store.getState().cursorId) && !isOnTheWay(store)) store.getState().setCursor(null);
  const { opened, cursorId, selected, moveCursor } = store.getState();
  const isExtending = isShift && Number.isFinite(step);
  if (isExtending && cursorId && selected.size === 0) store.getState().toggleSelected(cursorId);
  const id = await moveCursor(step);
  if (!id) return;
  if (isExtending) store.getState().extendSelection(id);
  else if (opened) onOpen(id);
}

/** Escape lets the selection go first, then closes what is open. */
function leave({ store, main, onOpen }: Hand, isCovered: boolean): boolean {
  const { opened, editor, cursorId, selected, clearSelection } = store.getState();
  if (selected.size > 0 && !isCovered) {
    clearSelection();
    return true;
  }
  if (!opened || editor) return false;
  onOpen(null);
  focusRow(main, cursorId);
  return true;
}

function focusDate(): boolean {
  const field = document.getElementById('journal-date');
  field?.focus();
  return field !== null;
}

function toggleYear(store: JournalStore): boolean {
  const { year, today, showYear, filter } = store.getState();
  if (filter.isTrash) return false;
  void showYear(year ? null : Number(today.slice(0, 4)));
  return true;
}

function edit({ store, onOpen }: Hand, cursorId: string | null): boolean {
  const { opened, startEdit, open } = store.getState();
  if (opened) startEdit();
  else if (cursorId) {
    onOpen(cursorId);
    void open(cursorId).then(startEdit);
  }
  return Boolean(opened ?? cursorId);
}

/** Moves the selected entries to the trash, or the one at the cursor. */
function trash(hand: Hand, id: string | null): boolean {
  const { selected, opened, trashSelected } = hand.store.getState();
  if (selected.size > 0) {
    void trashSelected();
    return true;
  }
  if (!id) return false;
  void trashOne(hand, id, opened !== null);
  return true;
}

async function trashOne({ store, main, onOpen }: Hand, id: string, wasOpen: boolean): Promise<void> {
  await store.getState().trash(id);
  const { cursorId } = store.getState();
  if (wasOpen) onOpen(cursorId);
  focusRow(main, cursorId);
}

function focusRow(main: HTMLElement | null, id: string | null): void {
  if (id) main?.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus();
}
