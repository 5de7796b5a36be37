import { Check, Flag, Lock } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { Chip } from './Chip.tsx';
import { classes } from './classes.ts';
import styles from './EntryRow.module.css';
import { Highlight, type Stretch } from './Highlight.tsx';
import { KindIcon, type KindName } from './KindIcon.tsx';

/** A text with the stretches of it that a search found. */
export interface FoundText {
  text: string;
  marks: readonly Stretch[];
}

export interface EntryRowProps {
  id: string;
  kind: KindName;
  title: FoundText;
  /** The day in the margin; empty under an entry of the same day. */
  day: string;
  /** The day read out with the row. */
  dayText: string;
  /** What came of it, or the words around a match elsewhere in the entry. */
  result: FoundText;
  people: FoundText;
  criteria: string;
  isDoing: boolean;
  isSealed: boolean;
  isFlagged: boolean;
  isOpen: boolean;
  isCursor: boolean;
  isSelected: boolean;
  isNew: boolean;
  /** `extends` while Shift is held, `adds` while Ctrl or the command key is. */
  onOpen: (id: string, way: 'opens' | 'extends' | 'adds') => void;
}

/** One entry in a list: what it was and when; its result, people and criteria on a second, quieter line. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { isSelected } = props;
  return (
    <button
      type="button"
      data-entry={props.id}
      className={classes(
        styles.row,
        props.isOpen && styles.open,
        isSelected && styles.selected,
        props.isNew && styles.new,
      )}
      aria-current={props.isOpen ? 'true' : undefined}
      tabIndex={props.isCursor ? 0 : -1}
      onClick={(event) => props.onOpen(props.id, eventToWay(event))}
    >
      <span className={styles.day} aria-hidden>
        {props.day}
      </span>
      {isSelected ? (
        <span className={styles.check}>
          <Check size={12} strokeWidth={3} aria-hidden />
          <span className="sr-only">Selected: </span>
        </span>
      ) : (
        <KindIcon kind={props.kind} hasWord />
      )}
      <span className={styles.text}>
        <span className={styles.first}>
          <span className={styles.title}>
            <Highlight {...props.title} />
          </span>
          <RowMarks {...props} />
        </span>
        <SecondLine {...props} />
        <span className="sr-only">, {props.dayText}</span>
      </span>
    </button>
  );
});

function eventToWay({ shiftKey, ctrlKey, metaKey }: MouseEvent): 'opens' | 'extends' | 'adds' {
  if (shiftKey) return 'extends';
  return ctrlKey || metaKey ? 'adds' : 'opens';
}

function SecondLine({ result, people, criteria }: EntryRowProps) {
  if (!result.text && !people.text && !criteria) return null;
  return (
    <span className={styles.second}>
      {result.text && (
        <span className={styles.result}>
          <Highlight {...result} />
        </span>
      )}
      {people.text && (
        <span className={styles.people}>
          <Highlight {...people} />
        </span>
      )}
      {criteria && <span className={styles.criteria}>{criteria}</span>}
    </span>
  );
}

function RowMarks({ isDoing, isSealed, isFlagged }: EntryRowProps) {
  if (!isDoing && !isSealed && !isFlagged) return null;
  return (
    <span className={styles.marks}>
      {isDoing && <Chip>doing</Chip>}
      {isSealed && (
        <Chip>
          <Lock size={12} aria-hidden /> sealed
        </Chip>
      )}
      {isFlagged && (
        <span className={styles.flag} title="Raise at the next 1:1">
          <Flag size={14} aria-hidden />
          <span className="sr-only">raise at the next 1:1</span>
        </span>
      )}
    </span>
  );
}
