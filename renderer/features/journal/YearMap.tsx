import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Day } from '../../../shared/domain/day.ts';
import { DAY_MARK_PLACES } from '../../ui/DayMarkSelect.tsx';
import { dayToText } from '../../ui/day-text.ts';
import { classes } from '../../ui/classes.ts';
import { mapDayToText, mapToMonths, stepInYear, type MapDay } from './year-map.ts';
import styles from './YearPanel.module.css';

/** The map's measures, in its own units: a day's square, where the squares begin, and how large each step is drawn. */
const CELL = 13;
const LEFT = 28;
const TOP = 16;
const SIZES = [2, 6, 8, 9.5, 11];
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'];

interface YearMapProps {
  days: readonly MapDay[];
  chosen: Day;
  today: Day;
  onChoose: (day: Day) => void;
  onGo: (day: Day) => void;
}

/** A year as weeks by weekdays. Entries show by size, marks by the place of a tick, periods by hatching: none by colour. */
export function YearMap({ days, chosen, today, onChoose, onGo }: YearMapProps) {
  const map = useRef<SVGSVGElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) map.current?.querySelector<SVGElement>(`[data-day="${chosen}"]`)?.focus();
    moved.current = false;
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepInYear(days, chosen, event.key);
    if (event.key !== 'Enter' && !next) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') return onGo(chosen);
    moved.current = next !== chosen;
    if (next) onChoose(next);
  };
  return (
    // A table cannot hatch; its days take the focus, one at a time.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <svg
      ref={map}
      role="grid"
      aria-label="Days of the year"
      viewBox={`0 0 ${LEFT + 53 * CELL + 2} ${TOP + 7 * CELL + 2}`}
      className={styles.map}
      onKeyDown={onKeyDown}
    >
      <Hatching />
      <Labels days={days} />
      {WEEKDAYS.map((_, weekday) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <g role="row" key={weekday}>
          {days
            .filter((one) => one.weekday === weekday)
            .map((one) => (
              <Cell
                key={one.day}
                day={one}
                isChosen={one.day === chosen}
                isToday={one.day === today}
                onClick={() => {
                  onChoose(one.day);
                  if (one.day === chosen) onGo(one.day);
                }}
              />
            ))}
        </g>
      ))}
    </svg>
  );
}

interface CellProps {
  day: MapDay;
  isChosen: boolean;
  isToday: boolean;
  onClick: () => void;
}

function Cell({ day, isChosen, isToday, onClick }: CellProps) {
  const size = SIZES[day.step]!;
  const inset = (CELL - 1 - size) / 2;
  return (
    <g
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="gridcell"
      data-day={day.day}
      aria-label={mapDayToText(day)}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      className={classes(styles.cell, isToday && styles.today)}
      transform={`translate(${LEFT + day.week * CELL} ${TOP + day.weekday * CELL})`}
      onClick={onClick}
    >
      <title>{mapDayToText(day)}</title>
      <rect className={styles.ground} width={CELL} height={CELL} />
      {day.period && <rect fill="url(#year-hatch)" width={CELL} height={CELL} />}
      <rect
        className={day.entries > 0 ? styles.filled : styles.bare}
        x={inset + 0.5}
        y={inset - 0.5}
        width={size}
        height={size}
        rx={size > 4 ? 1.5 : size / 2}
      />
      {day.mark && (
        <rect className={styles.tick} x={0.75 + DAY_MARK_PLACES[day.mark] * 4} y={10.5} width={3.5} height={2} />
      )}
      <rect className={styles.frame} x="0.5" y="-0.25" width={CELL - 1} height={CELL - 0.5} rx="2" />
    </g>
  );
}

function Hatching() {
  return (
    <defs>
      <pattern id="year-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v4" className={styles.hatching} />
      </pattern>
    </defs>
  );
}

function Labels({ days }: { days: readonly MapDay[] }) {
  return (
    <g aria-hidden className={styles.labels}>
      {mapToMonths(days).map(({ day, week, weekday }) => (
        <text key={day} x={LEFT + (weekday === 0 ? week : week + 1) * CELL} y={10}>
          {dayToText(day).split(' ')[1]}
        </text>
      ))}
      {WEEKDAYS.map((name, weekday) => (
        <text key={weekday} x={0} y={TOP + weekday * CELL + 9}>
          {name}
        </text>
      ))}
    </g>
  );
}
