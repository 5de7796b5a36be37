import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { JournalContext, useJournal } from './journal-context.ts';
import type { DrawnRows } from './ListGroup.tsx';
import { layoutToSizes, placeOfEntry, segmentAtRow, type Group, type ListLayout } from './list-layout.ts';

/** Rows drawn beyond the edges. */
const BEYOND = 4;
/** Rows at the upper edge that are drawn but not seen: those beyond it, and those under the headings. */
const COVERED = BEYOND + 2;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 8;

/** What of the list is in sight, by group; brings rows into sight, and has the entries read that come there. */
export function useListScroll(list: RefObject<HTMLDivElement | null>, layout: ListLayout) {
  const getScroller = useCallback(() => list.current?.closest<HTMLElement>('[data-scroll]') ?? null, [list]);
  const sizes = useMemo(() => layoutToSizes(layout), [layout]);
  const scrollMargin = useDistance(list, getScroller);
  const virtualizer = useVirtualizer({
    count: layout.rows,
    getScrollElement: getScroller,
    estimateSize: (row) => sizes[row] ?? 0,
    // A new function for every layout, so that no row keeps the height of another.
    // oxlint-disable-next-line react/exhaustive-deps
    getItemKey: useCallback((row: number) => row, [layout]),
    overscan: BEYOND,
    scrollMargin,
    observeElementRect: observeHeight,
    initialRect: { width: 0, height: window.innerHeight },
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const groups = useMemo(() => rowsToGroups(layout, first, last), [layout, first, last]);
  useSeen(layout, first, last);
  useStartOfSearch(getScroller, scrollMargin);
  useReveal(list, getScroller, layout, scrollMargin);
  return groups;
}

/** The list's distance from the top of what scrolls; what stands above it may unfold. */
function useDistance(list: RefObject<HTMLDivElement | null>, getScroller: () => HTMLElement | null): number {
  const [distance, setDistance] = useState(0);
  useLayoutEffect(() => {
    const scroller = getScroller();
    const measure = () => {
      if (!list.current || !scroller) return;
      const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setDistance(Math.round(top + scroller.scrollTop));
    };
    measure();
    const page = scroller?.firstElementChild;
    if (!page) return;
    const observer = new ResizeObserver(measure);
    observer.observe(page);
    return () => observer.disconnect();
  }, [list, getScroller]);
  return distance;
}

/** The height of what scrolls. Without a layout, as in a page that is not shown, it counts as high as the window. */
function observeHeight(
  instance: Virtualizer<HTMLElement, Element>,
  tell: (rect: { width: number; height: number }) => void,
) {
  const element = instance.scrollElement;
  if (!element) return;
  const measure = () => tell({ width: element.offsetWidth, height: element.offsetHeight || window.innerHeight });
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  return () => observer.disconnect();
}

function rowsToGroups(layout: ListLayout, first: number, last: number): { group: Group; drawn: DrawnRows[] }[] {
  const groups: { group: Group; drawn: DrawnRows[] }[] = [];
  let row = first;
  while (row <= last) {
    const segment = segmentAtRow(layout, row);
    if (!segment) break;
    const group = layout.groups[segment.group]!;
    if (groups.at(-1)?.group !== group) groups.push({ group, drawn: [] });
    const end = Math.min(last, segment.row + segment.rows - 1);
    groups.at(-1)!.drawn.push({ segment, first: row - segment.row, last: end - segment.row });
    row = end + 1;
  }
  return groups;
}

/** Tells the store which days are in sight, and asks for more where the list comes to its end. */
function useSeen(layout: ListLayout, first: number, last: number): void {
  const see = useJournal((state) => state.see);
  const loadMore = useJournal((state) => state.loadMore);
  useEffect(() => {
    const days = layout.segments.filter(({ day, row, rows }) => day && row <= last && row + rows > first);
    const [newest, oldest] = [days[0]?.day?.day, days.at(-1)?.day?.day];
    if (newest && oldest) see({ from: oldest, to: newest }, rowToEntry(layout, first === 0 ? 0 : first + COVERED));
    if (last >= layout.rows - AHEAD) void loadMore();
  }, [layout, first, last, see, loadMore]);
}

/** The first entry from this row on. */
function rowToEntry(layout: ListLayout, row: number): string | null {
  for (let at = row; at < layout.rows; at++) {
    const segment = segmentAtRow(layout, at);
    const entry = segment?.day?.entries?.[at - segment.row];
    if (entry) return entry.id;
    if (at > row + BEYOND) return null;
  }
  return null;
}

/** A new search is seen from its beginning, wherever one was in the list. */
function useStartOfSearch(getScroller: () => HTMLElement | null, distance: number): void {
  const shownQuery = useJournal((state) => state.shownQuery);
  const shown = useRef(shownQuery);
  useLayoutEffect(() => {
    const scroller = getScroller();
    if (!scroller || shown.current === shownQuery) return;
    shown.current = shownQuery;
    const start = Math.max(0, distance - stickyHeight(scroller));
    if (scroller.scrollTop > start) scroller.scrollTop = start;
  }, [shownQuery, getScroller, distance]);
}

/** Scrolls to the row that is to be seen, and gives it the focus once it is drawn. */
function useReveal(
  list: RefObject<HTMLDivElement | null>,
  getScroller: () => HTMLElement | null,
  layout: ListLayout,
  distance: number,
): void {
  const store = useContext(JournalContext);
  const reveal = useJournal((state) => state.reveal);
  useLayoutEffect(() => {
    const scroller = getScroller();
    const place = reveal && placeOfEntry(layout, reveal.id);
    if (!scroller || !place) return;
    const { entry, heading } = layout.heights;
    const top = distance + place.segment.top + place.index * entry;
    const covered = heading + stickyHeight(scroller);
    const lowest = top - covered;
    const highest = top + entry + 8 - (scroller.offsetHeight || window.innerHeight);
    if (reveal.align === 'start' || scroller.scrollTop > lowest) scroller.scrollTop = Math.max(0, lowest);
    else if (scroller.scrollTop < highest) scroller.scrollTop = highest;
    if (reveal.takesFocus) focusSoon(list, reveal.id, () => store?.getState().reveal === reveal);
    // Later changes of the layout must not scroll again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reveal]);
}

function stickyHeight(scroller: HTMLElement): number {
  return scroller.querySelector<HTMLElement>('[data-sticky]')?.offsetHeight ?? 0;
}

/** Gives the row the focus at once where it is drawn, else in one of the next frames. */
function focusSoon(list: RefObject<HTMLDivElement | null>, id: string, isWanted: () => boolean, tries = 20): void {
  const row = list.current?.querySelector<HTMLElement>(`[data-entry="${id}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => isWanted() && focusSoon(list, id, isWanted, tries - 1));
}
