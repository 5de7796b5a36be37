import { useMemo, useRef } from 'react';
import { parseQuery } from '../../../shared/find/query.ts';
import { useJournal } from './journal-context.ts';
import styles from './EntryList.module.css';
import { layOut, scaleHeights } from './list-layout.ts';
import { ListGroup } from './ListGroup.tsx';
import { useListScroll } from './use-list-scroll.ts';

/** The entries under their headings. However many there are, only those in sight are drawn. */
export function EntryList({ onOpen }: { onOpen: (id: string) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const days = useJournal((state) => state.days);
  const periods = useJournal((state) => state.periods);
  const grouping = useJournal((state) => state.grouping);
  const today = useJournal((state) => state.today);
  const shownQuery = useJournal((state) => state.shownQuery);
  const isWhole = useJournal((state) => state.nextBefore === null);
  const heights = useHeights();
  const layout = useMemo(
    () => layOut({ days, periods: shownQuery ? [] : periods, grouping, today, heights }),
    [days, periods, shownQuery, grouping, today, heights],
  );
  const phrases = useMemo(() => parseQuery(shownQuery).phrases, [shownQuery]);
  const groups = useListScroll(list, layout);
  const cursorId = useJournal((state) => state.cursorId);
  const tabStopId = useMemo(() => chooseTabStop(groups, cursorId), [groups, cursorId]);
  return (
    <div ref={list} className={styles.list} style={{ height: layout.height }}>
      {groups.map(({ group, drawn }) => (
        <ListGroup
          key={group.key}
          group={group}
          drawn={drawn}
          layout={layout}
          isWhole={isWhole || group !== layout.groups.at(-1)}
          phrases={phrases}
          isSearch={shownQuery !== ''}
          tabStopId={tabStopId}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}

/** The cursor's row where it is drawn, else the first that is: the list can always be entered. */
function chooseTabStop(groups: ReturnType<typeof useListScroll>, cursorId: string | null): string | null {
  const drawn = groups.flatMap(({ drawn: rows }) =>
    rows.flatMap(({ segment, first, last }) => segment.day?.entries?.slice(first, last + 1) ?? []),
  );
  return (drawn.find(({ id }) => id === cursorId) ?? drawn[0])?.id ?? null;
}

/** Pixels of the root's text over the 16 that heights are given for: rows grow with the text. */
function useHeights() {
  return useMemo(
    () => scaleHeights((Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16),
    [],
  );
}
