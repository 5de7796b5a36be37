import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Criterion, Rubric } from '../../../shared/domain/rubric.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { dayToFullText } from '../../ui/day-text.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import type { ReviewStore } from './review-store.ts';
import styles from './ReviewedCard.module.css';

interface ReviewedCardProps {
  store: ReviewStore;
  otherRef: RefObject<HTMLSelectElement | null>;
  onOpenEntry: (id: string) => void;
  onLink: (url: string) => void;
}

/** The entry under review: what it says, and what it may be evidence for. */
export function ReviewedCard({ store, otherRef, onOpenEntry, onLink }: ReviewedCardProps) {
  const { items, at, rubric } = useStore(store);
  const current = items[at];
  if (!current || !rubric) return null;
  const { entry } = current;
  return (
    <article className={styles.card} aria-label={entry.title}>
      <p className={styles.day}>{dayToFullText(entry.occurredOn)}</p>
      <h2 className={styles.title}>
        <KindIcon kind={entry.kind} hasWord />
        <button type="button" className={styles.open} title="Open the entry" onClick={() => onOpenEntry(entry.id)}>
          {entry.title}
        </button>
      </h2>
      <Said entry={entry} onLink={onLink} />
      <SuggestionList store={store} rubric={rubric} />
      <OtherCriterion store={store} rubric={rubric} entry={entry} selectRef={otherRef} />
    </article>
  );
}

function Said({ entry, onLink }: { entry: Entry; onLink: (url: string) => void }) {
  const texts = [entry.result, entry.kind === 'help' ? entry.canNow : '', entry.body].filter((text) => text !== '');
  if (texts.length === 0) return null;
  return (
    <div className={styles.said}>
      {texts.map((text, index) => (
        <Markdown key={index} text={text} headingLevel={3} onLink={onLink} />
      ))}
    </div>
  );
}

function SuggestionList({ store, rubric }: { store: ReviewStore; rubric: Rubric }) {
  const { items, at, chosen, choose, decide } = useStore(store);
  const act = (index: number, decision: 'confirm' | 'strong' | 'dismiss') => {
    choose(index);
    void decide(decision);
  };
  return (
    <ul className={styles.suggestions} aria-label="Suggested criteria">
      {items[at]?.suggestions.map(({ criterionId, reasons }, index) => (
        <Suggestion key={criterionId} name={nameOf(rubric, criterionId)} reasons={reasons} isChosen={index === chosen}>
          <Button onClick={() => act(index, 'confirm')}>Confirm</Button>
          <Button onClick={() => act(index, 'strong')}>Strong</Button>
          <Button look="quiet" onClick={() => act(index, 'dismiss')}>
            Dismiss
          </Button>
        </Suggestion>
      ))}
    </ul>
  );
}

interface SuggestionProps {
  name: string;
  reasons: readonly string[];
  isChosen: boolean;
  children: ReactNode;
}

function Suggestion({ name, reasons, isChosen, children }: SuggestionProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <li
      ref={row}
      className={classes(styles.suggestion, isChosen && styles.chosen)}
      aria-current={isChosen || undefined}
    >
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        {reasons.map((reason) => (
          <p key={reason} className={styles.reason}>
            {reason}.
          </p>
        ))}
      </div>
      <div className={styles.acts}>{children}</div>
    </li>
  );
}

interface OtherCriterionProps {
  store: ReviewStore;
  rubric: Rubric;
  entry: Entry;
  selectRef: RefObject<HTMLSelectElement | null>;
}

function OtherCriterion({ store, rubric, entry, selectRef }: OtherCriterionProps) {
  const confirmOther = useStore(store, (state) => state.confirmOther);
  const taken = new Set(entry.evidence.filter(({ state }) => state === 'confirmed').map((one) => one.criterionId));
  const confirmed = [...taken].map((id) => nameOf(rubric, id));
  return (
    <div className={styles.other}>
      <select
        ref={selectRef}
        className={styles.select}
        aria-label="Confirm another criterion"
        value=""
        onChange={(event) => {
          void confirmOther(event.target.value);
          event.target.blur();
        }}
      >
        <option value="">Another criterion…</option>
        {[...rubric.pillars, rubric.ground].map((group) => (
          <optgroup key={group.id} label={group.name}>
            {group.criteria
              .filter(({ id }) => !taken.has(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {confirmed.length > 0 && <p className={styles.reason}>Evidence for {confirmed.join(', ')}.</p>}
    </div>
  );
}

function nameOf(rubric: Rubric, criterionId: string): string {
  const all: Criterion[] = [...rubric.pillars, rubric.ground].flatMap(({ criteria }) => criteria);
  return all.find(({ id }) => id === criterionId)?.name ?? criterionId;
}
