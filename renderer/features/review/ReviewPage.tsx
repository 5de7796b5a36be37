import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { REVIEW_KEYS, useReviewKeys } from './review-keys.ts';
import type { ReviewStore } from './review-store.ts';
import { ReviewedCard } from './ReviewedCard.tsx';
import styles from './ReviewPage.module.css';

interface ReviewPageProps {
  store: ReviewStore;
  /** Why nothing can be written; null where everything can. */
  readOnly: string | null;
  onOpenEntry: (id: string) => void;
  onLink: (url: string) => void;
}

/** Entry after entry with what is suggested for it: confirmed, dismissed or left, mostly by single keys. */
export function ReviewPage({ store, readOnly, onOpenEntry, onLink }: ReviewPageProps) {
  const { items, at, left, isLoaded, problem, refresh, undo, decided } = useStore(store);
  const other = useRef<HTMLSelectElement>(null);
  const openOther = useCallback(() => other.current?.focus(), []);
  useReviewKeys(store, openOther);
  useEffect(() => void refresh(), [refresh]);
  const current = items[at];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>Review</h1>
        <p className={styles.left} aria-live="polite">
          {isLoaded && leftToText(left)}
        </p>
        <Button look="quiet" disabled={decided.length === 0} onClick={() => void undo()}>
          Take back
        </Button>
      </header>
      {problem && (
        <Problem text={problem}>
          <Button onClick={() => void refresh()}>Try again</Button>
        </Problem>
      )}
      {readOnly !== null && <p className={styles.note}>{readOnly}</p>}
      {current && (
        <ReviewedCard key={current.entry.id} store={store} otherRef={other} onOpenEntry={onOpenEntry} onLink={onLink} />
      )}
      {isLoaded && !current && <NothingLeft />}
      {current && <KeyList />}
    </div>
  );
}

function NothingLeft() {
  return (
    <Empty title="Nothing is left to decide.">
      <p>
        Suggestions come from rules about an entry&rsquo;s kind, its fields and its words. They stand in the rubric, and
        none is ever confirmed by itself.
      </p>
    </Empty>
  );
}

function KeyList() {
  return (
    <ul className={styles.keys} aria-label="Keys">
      {REVIEW_KEYS.map(([key, act]) => (
        <li key={key}>
          <Keys keys={key} /> {act}
        </li>
      ))}
    </ul>
  );
}

function leftToText(left: number): string {
  return left === 1 ? 'one entry has suggestions' : `${left.toLocaleString('en')} entries have suggestions`;
}
