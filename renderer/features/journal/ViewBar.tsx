import { CalendarRange, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { isDay } from '../../../shared/domain/day.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented, type Choice } from '../../ui/Segmented.tsx';
import { useJournal } from './journal-context.ts';
import type { Grouping } from './timeline.ts';
import styles from './ViewBar.module.css';

const GROUPINGS: Choice<Grouping>[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
];

/** How the list is looked at: its headings, a date to go to, the year, the trash. */
export function ViewBar() {
  const grouping = useJournal((state) => state.grouping);
  const setGrouping = useJournal((state) => state.setGrouping);
  const setFilter = useJournal((state) => state.setFilter);
  return (
    <div className={styles.bar}>
      <Segmented label="Entries by" isLabelHidden choices={GROUPINGS} value={grouping} onChange={setGrouping} />
      <span className={styles.fill} />
      <GoToDate />
      <YearButton />
      <Button look="quiet" onClick={() => void setFilter({ isTrash: true })}>
        <Trash2 size={14} aria-hidden />
        Trash
      </Button>
    </div>
  );
}

function YearButton() {
  const isOpen = useJournal((state) => state.year !== null);
  const today = useJournal((state) => state.today);
  const showYear = useJournal((state) => state.showYear);
  return (
    <Button
      look="quiet"
      aria-expanded={isOpen}
      onClick={() => void showYear(isOpen ? null : Number(today.slice(0, 4)))}
    >
      <CalendarRange size={14} aria-hidden />
      Year
    </Button>
  );
}

/** A date to go to: the list moves there as soon as it is one; Enter goes on to its first entry. */
function GoToDate() {
  const goToDay = useJournal((state) => state.goToDay);
  const today = useJournal((state) => state.today);
  const [day, setDay] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isDay(day)) void goToDay(day, true);
  };
  return (
    <label className={styles.date} title="Go to a date">
      <span className={styles.dateWord}>Go to</span>
      <input
        id="journal-date"
        type="date"
        aria-label="Go to date"
        className={styles.dateField}
        value={day}
        max={today}
        onKeyDown={onKeyDown}
        onChange={({ target: { value } }) => {
          setDay(value);
          if (isDay(value)) void goToDay(value, false);
        }}
      />
    </label>
  );
}
