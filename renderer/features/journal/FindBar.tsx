import { ListFilter, Search, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { queryToParts, type QueryPart } from '../../../shared/find/query.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import styles from './FindBar.module.css';
import { FIND_ID, focusFind } from './focus-find.ts';
import { useJournal } from './journal-context.ts';
import { removePart } from './query-text.ts';

const FilterMenu = lazy(() => import('./FilterMenu.tsx').then((file) => ({ default: file.FilterMenu })));

/** The line that searches everything written, the filters it was understood to hold, and the menu that makes them. */
export function FindBar() {
  const bar = useRef<HTMLDivElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  useHeightAsProperty(bar);
  return (
    <search ref={bar} className={styles.bar} data-sticky aria-label="Find entries">
      <div className={styles.field}>
        <Search size={16} aria-hidden className={styles.icon} />
        <FindLine />
        <Button
          look="quiet"
          className={styles.filter}
          aria-expanded={isMenuOpen}
          aria-haspopup="dialog"
          onClick={() => setMenuOpen(!isMenuOpen)}
        >
          <ListFilter size={14} aria-hidden />
          Filter
        </Button>
      </div>
      <FilterChips />
      {isMenuOpen && (
        <Suspense>
          <FilterMenu onClose={() => setMenuOpen(false)} />
        </Suspense>
      )}
    </search>
  );
}

function FindLine() {
  const query = useJournal((state) => state.query);
  const setQuery = useJournal((state) => state.setQuery);
  const moveCursor = useJournal((state) => state.moveCursor);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (query) void setQuery('');
      else event.currentTarget.blur();
    }
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      void moveCursor(-Infinity);
    }
  };
  return (
    <>
      <input
        id={FIND_ID}
        type="text"
        role="searchbox"
        aria-label="Find"
        className={styles.line}
        placeholder="Find words, people, #tags, or kind:help since:2026-07"
        value={query}
        maxLength={2_000}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
        onChange={(event) => void setQuery(event.target.value)}
      />
      {query && (
        <IconButton label="Clear the search" className={styles.clear} onClick={() => void setQuery('').then(focusFind)}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </>
  );
}

/** The filters of the line as it was understood; a click, or Enter on one, takes it out. */
function FilterChips() {
  const query = useJournal((state) => state.query);
  const setQuery = useJournal((state) => state.setQuery);
  const parts = useMemo(() => queryToParts(query).filter(({ filter }) => filter !== null), [query]);
  if (parts.length === 0) return null;
  const remove = (part: QueryPart) => {
    void setQuery(removePart(query, part));
    focusFind();
  };
  return (
    <ul className={styles.chips} aria-label="Filters">
      {parts.map((part, index) => (
        <li key={`${part.source} ${index}`}>
          <button type="button" className={styles.chip} title="Take this filter out" onClick={() => remove(part)}>
            <span className="sr-only">Remove </span>
            <span className={styles.chipName}>{part.filter?.name}</span> {part.filter?.value}
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Headings of the list stick below the bar, however high it is. */
function useHeightAsProperty(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const page = element.parentElement;
    const observer = new ResizeObserver(() => page?.style.setProperty('--find-height', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => observer.disconnect();
  }, [bar]);
}
