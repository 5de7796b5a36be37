import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Day } from '../../../shared/domain/day.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DAY_MARK_PLACES, DayMarkSelect } from '../../ui/DayMarkSelect.tsx';
import { dayToFullText } from '../../ui/day-text.ts';
import { useJournal } from './journal-context.ts';
import { periodToText } from './PeriodLine.tsx';
import { mapDayToText, yearToMap, type MapDay } from './year-map.ts';
import styles from './YearPanel.module.css';
import { YearMap } from './YearMap.tsx';

/** A year's days at a glance, with what is said about them, and the way from there into the list. */
export function YearPanel() {
  const year = useJournal((state) => state.year);
  const periods = useJournal((state) => state.periods);
  const today = useJournal((state) => state.today);
  const goToDay = useJournal((state) => state.goToDay);
  const days = useMemo(() => yearToMap(year?.days ?? [], periods), [year, periods]);
  const [chosen, setChosen] = useState<Day>(today);
  if (!year) return null;
  const day = days.find((one) => one.day === chosen) ?? days.at(-1);
  return (
    <section className={styles.panel} aria-label={`The year ${year.number}`}>
      <YearHead number={year.number} />
      <YearMap
        days={days}
        chosen={day?.day ?? chosen}
        today={today}
        onChoose={setChosen}
        onGo={(one) => void goToDay(one, true)}
      />
      {day && <ChosenDay day={day} />}
      <Periods number={year.number} />
    </section>
  );
}

function YearHead({ number }: { number: number }) {
  const today = useJournal((state) => state.today);
  const showYear = useJournal((state) => state.showYear);
  return (
    <header className={styles.head}>
      <IconButton label="Year before" onClick={() => void showYear(number - 1)}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <h2 aria-live="polite">{number}</h2>
      <IconButton
        label="Next year"
        disabled={number >= Number(today.slice(0, 4))}
        onClick={() => void showYear(number + 1)}
      >
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <Legend />
      <IconButton label="Close the year" onClick={() => void showYear(null)}>
        <X size={16} aria-hidden />
      </IconButton>
    </header>
  );
}

function Legend() {
  return (
    <span className={styles.legend} aria-hidden>
      <svg width="58" height="14" viewBox="0 0 58 14" className={styles.legendSign}>
        {[2, 6, 8, 11].map((size, index) => (
          <rect key={size} x={index * 15 + (12 - size) / 2} y={(14 - size) / 2} width={size} height={size} rx="1.5" />
        ))}
      </svg>
      more entries
      {Object.entries(DAY_MARK_PLACES).map(([mark, place]) => (
        <span key={mark} className={styles.legendMark}>
          <svg width="13" height="13" viewBox="0 0 13 13" className={styles.legendSign}>
            <rect x="0.5" y="0.5" width="12" height="12" rx="2" className={styles.legendFrame} />
            <rect x={0.75 + place * 4} y="9.5" width="3.5" height="2" />
          </svg>
          {mark}
        </span>
      ))}
    </span>
  );
}

function ChosenDay({ day }: { day: MapDay }) {
  const goToDay = useJournal((state) => state.goToDay);
  const markDay = useJournal((state) => state.markDay);
  return (
    <div className={styles.chosen}>
      <p className={styles.words}>{mapDayToText(day)}</p>
      <DayMarkSelect
        label={dayToFullText(day.day)}
        mark={day.mark}
        hasWords
        onChange={(mark) => void markDay(day.day, mark)}
      />
      <Button look="quiet" onClick={() => void goToDay(day.day, true)}>
        Go to the day
      </Button>
    </div>
  );
}

function Periods({ number }: { number: number }) {
  const periods = useJournal((state) => state.periods);
  const today = useJournal((state) => state.today);
  const editPeriod = useJournal((state) => state.editPeriod);
  const inYear = periods.filter(({ from, to }) => from <= `${number}-12-31` && to >= `${number}-01-01`);
  return (
    <div className={styles.periods}>
      <ul>
        {inYear.map((mark) => (
          <li key={mark.id}>
            <button type="button" className={styles.period} onClick={() => editPeriod(mark)}>
              <span className={styles.hatch} aria-hidden />
              {periodToText(mark)}
            </button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => editPeriod({ kind: 'leave', from: today, to: today, note: '' })}>
        Mark a period
      </Button>
    </div>
  );
}
