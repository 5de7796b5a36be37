import { classes } from './classes.ts';
import styles from './DayMarkSelect.module.css';

export type DayMarkName = 'own' | 'even' | 'others';

/** Whose work a day was, in words. */
export const DAY_MARK_WORDS: Record<DayMarkName, string> = {
  own: 'mostly own work',
  even: 'even',
  others: 'mostly others',
};

/** Where the knob stands on its line: own work at the left, others at the right. */
export const DAY_MARK_PLACES: Record<DayMarkName, number> = { own: 0, even: 1, others: 2 };

interface DayMarkSelectProps {
  /** The day it is about, read out. */
  label: string;
  mark: DayMarkName | null;
  /** Shows the words beside the sign. */
  hasWords?: boolean;
  onChange: (mark: DayMarkName | null) => void;
}

/** A day's mark as a knob on a short line, readable in print; a native list of choices lies over it. */
export function DayMarkSelect({ label, mark, hasWords, onChange }: DayMarkSelectProps) {
  return (
    <span className={classes(styles.mark, !mark && styles.none)} title={mark ? DAY_MARK_WORDS[mark] : 'Mark the day'}>
      <DayMarkSign mark={mark} />
      {hasWords && <span>{mark ? DAY_MARK_WORDS[mark] : 'mark the day'}</span>}
      <select
        aria-label={`Whose work: ${label}`}
        className={styles.select}
        value={mark ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : (event.target.value as DayMarkName))}
      >
        <option value="">no mark</option>
        {Object.entries(DAY_MARK_WORDS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The sign alone. */
export function DayMarkSign({ mark }: { mark: DayMarkName | null }) {
  return (
    <svg width="24" height="10" viewBox="0 0 24 10" aria-hidden className={styles.sign}>
      <path d="M2 5h20" />
      {mark ? <circle cx={5 + 7 * DAY_MARK_PLACES[mark]} cy="5" r="3" /> : <path d="M5 3v4M12 3v4M19 3v4" />}
    </svg>
  );
}
