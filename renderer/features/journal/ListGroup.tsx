import type { CSSProperties } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Phrase } from '../../../shared/find/query.ts';
import { dayToFullText } from '../../ui/day-text.ts';
import { DayMarkSelect } from '../../ui/DayMarkSelect.tsx';
import { useJournal } from './journal-context.ts';
import styles from './EntryList.module.css';
import type { Group, ListLayout, Segment } from './list-layout.ts';
import { ListRow } from './ListRow.tsx';
import { PeriodLine } from './PeriodLine.tsx';

/** The rows of a segment that are drawn, by their place in it. */
export interface DrawnRows {
  segment: Segment;
  first: number;
  last: number;
}

interface ListGroupProps {
  group: Group;
  drawn: readonly DrawnRows[];
  layout: ListLayout;
  /** Whether the list ends where it is known to; else its last group may hold more. */
  isWhole: boolean;
  phrases: readonly Phrase[];
  /** What was found is shown without the marks of its days. */
  isSearch: boolean;
  /** The entry where Tab enters the list. */
  tabStopId: string | null;
  onOpen: (id: string) => void;
}

/** One day, week, month or quarter of entries under its heading; only the rows in sight are there. */
export function ListGroup({ group, drawn, layout, isWhole, phrases, isSearch, tabStopId, onOpen }: ListGroupProps) {
  const { heights } = layout;
  const hasDayMarks = !group.day && !isSearch;
  const place: CSSProperties = { top: group.top, height: group.height };
  return (
    <section className={styles.group} style={place} aria-label={group.heading}>
      <header className={styles.heading} style={{ height: heights.heading }}>
        <h2>{group.heading}</h2>
        {group.day && <MarkOfDay day={group.day} hasWords />}
      </header>
      {drawn.map(
        ({ segment }) =>
          segment.period && (
            <PeriodLine
              key={segment.period.id}
              mark={segment.period}
              style={{ top: segment.top - group.top, height: heights.period }}
            />
          ),
      )}
      <ol>
        {drawn.flatMap((rows) =>
          drawnToRows(rows).map(({ entry, index }) => (
            <li
              key={entry?.id ?? `${rows.segment.day?.day} ${index}`}
              className={styles.row}
              style={{
                top: rows.segment.top - group.top + index * heights.entry,
                height: heights.entry,
              }}
              aria-setsize={isWhole ? group.entries : -1}
              aria-posinset={rows.segment.before + index + 1}
            >
              {entry ? (
                <ListRow
                  entry={entry}
                  isFirstOfDay={index === 0 && !group.day}
                  phrases={phrases}
                  isTabStop={entry.id === tabStopId}
                  onOpen={onOpen}
                />
              ) : (
                <span className={styles.coming}>
                  <span className="sr-only">Being read</span>
                </span>
              )}
              {entry && index === 0 && hasDayMarks && <MarkOfDay day={entry.occurredOn} />}
            </li>
          )),
        )}
      </ol>
    </section>
  );
}

function drawnToRows({ segment, first, last }: DrawnRows): { entry: Entry | undefined; index: number }[] {
  if (segment.sort !== 'entry') return [];
  return Array.from({ length: last - first + 1 }, (_, offset) => ({
    entry: segment.day?.entries?.[first + offset],
    index: first + offset,
  }));
}

function MarkOfDay({ day, hasWords = false }: { day: string; hasWords?: boolean }) {
  const mark = useJournal((state) => state.marks.get(day) ?? null);
  const markDay = useJournal((state) => state.markDay);
  return (
    <span className={hasWords ? styles.markInHeading : styles.markInMargin} data-marked={mark !== null}>
      <DayMarkSelect
        label={dayToFullText(day)}
        mark={mark}
        hasWords={hasWords}
        onChange={(next) => void markDay(day, next)}
      />
    </span>
  );
}
