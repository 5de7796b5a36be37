import type { CSSProperties } from 'react';
import type { PeriodMark } from '../../../shared/domain/period-mark.ts';
import { daysToText, dayToText } from '../../ui/day-text.ts';
import styles from './EntryList.module.css';
import { useJournal } from './journal-context.ts';

/** What each sort of period mark is called. */
export const PERIOD_WORDS: Record<PeriodMark['kind'], string> = { leave: 'Leave', freeze: 'Freeze', reorg: 'Reorg' };

/** A period mark in words, `Leave, 1 – 20 Aug 2026: parental leave`. */
export function periodToText({ kind, from, to, note }: Omit<PeriodMark, 'id'>): string {
  const days = from === to ? dayToText(from) : daysToText(from, to);
  return `${PERIOD_WORDS[kind]}, ${days}${note ? `: ${note}` : ''}`;
}

/** A period mark where it lies in the list; a click changes it. */
export function PeriodLine({ mark, style }: { mark: PeriodMark; style: CSSProperties }) {
  const editPeriod = useJournal((state) => state.editPeriod);
  return (
    <button type="button" className={styles.period} style={style} onClick={() => editPeriod(mark)}>
      <span className={styles.hatch} aria-hidden />
      <span className={styles.periodText}>{periodToText(mark)}</span>
    </button>
  );
}
