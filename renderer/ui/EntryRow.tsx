import { Flag, Lock } from 'lucide-react';
import { memo } from 'react';
import { Chip } from './Chip.tsx';
import { classes } from './classes.ts';
import styles from './EntryRow.module.css';
import { KindIcon, type KindName } from './KindIcon.tsx';

export interface EntryRowProps {
  id: string;
  kind: KindName;
  title: string;
  /** The day in the margin; empty under an entry of the same day. */
  day: string;
  /** The day read out with the row. */
  dayText: string;
  result: string;
  people: string;
  criteria: string;
  isDoing: boolean;
  isSealed: boolean;
  isFlagged: boolean;
  isOpen: boolean;
  isCursor: boolean;
  isNew: boolean;
  onOpen: (id: string) => void;
}

/** One entry in a list: what it was and when; its result, people and criteria on a second, quieter line. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  return (
    <button
      type="button"
      data-entry={props.id}
      className={classes(styles.row, props.isOpen && styles.open, props.isNew && styles.new)}
      aria-current={props.isOpen ? 'true' : undefined}
      tabIndex={props.isCursor ? 0 : -1}
      onClick={() => props.onOpen(props.id)}
    >
      <span className={styles.day} aria-hidden>
        {props.day}
      </span>
      <KindIcon kind={props.kind} hasWord />
      <span className={styles.text}>
        <span className={styles.first}>
          <span className={styles.title}>{props.title}</span>
          <RowMarks {...props} />
        </span>
        <SecondLine {...props} />
        <span className="sr-only">, {props.dayText}</span>
      </span>
    </button>
  );
});

function SecondLine({ result, people, criteria }: EntryRowProps) {
  if (!result && !people && !criteria) return null;
  return (
    <span className={styles.second}>
      {result && <span className={styles.result}>{result}</span>}
      {people && <span className={styles.people}>{people}</span>}
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
