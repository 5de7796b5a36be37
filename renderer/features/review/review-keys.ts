import { useEffect } from 'react';
import { isTyping } from '../../ui/is-typing.ts';
import type { ReviewState, ReviewStore } from './review-store.ts';

/** The keys of the review, as the page lists them. */
export const REVIEW_KEYS = [
  ['y', 'confirm'],
  ['s', 'confirm as strong'],
  ['x', 'no evidence for it'],
  ['j', 'next suggestion'],
  ['k', 'the one before'],
  ['c', 'another criterion'],
  ['n', 'next entry'],
  ['p', 'the entry before'],
  ['u', 'take back'],
] as const;

type Key = (typeof REVIEW_KEYS)[number][0] | 'ArrowDown' | 'ArrowUp' | 'ArrowRight' | 'ArrowLeft';

const ACTS: Record<Exclude<Key, 'c'>, (state: ReviewState) => void> = {
  y: (state) => void state.decide('confirm'),
  s: (state) => void state.decide('strong'),
  x: (state) => void state.decide('dismiss'),
  j: (state) => step(state, 1),
  ArrowDown: (state) => step(state, 1),
  k: (state) => step(state, -1),
  ArrowUp: (state) => step(state, -1),
  n: (state) => void state.move(1),
  ArrowRight: (state) => void state.move(1),
  p: (state) => void state.move(-1),
  ArrowLeft: (state) => void state.move(-1),
  u: (state) => void state.undo(),
};

/** Listens to the keys while the review is in sight. They come before the keys that lead elsewhere. */
export function useReviewKeys(store: ReviewStore, openOther: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      if (event.key === 'c') openOther();
      else if (Object.hasOwn(ACTS, event.key)) ACTS[event.key as keyof typeof ACTS](store.getState());
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [store, openOther]);
}

function step({ items, at, chosen, choose }: ReviewState, by: number): void {
  const last = (items[at]?.suggestions.length ?? 1) - 1;
  choose(Math.min(last, Math.max(0, chosen + by)));
}
