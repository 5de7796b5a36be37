/* No native list is filtered by a line beside it and shows keys. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Request } from '../../shared/contract/client.ts';
import { classes } from '../ui/classes.ts';
import { Keys } from '../ui/Keys.tsx';
import { KindIcon } from '../ui/KindIcon.tsx';
import type { Command } from './commands.ts';
import styles from './Palette.module.css';
import { readRecent } from './palette-matches.ts';
import { toPaletteRows, type PaletteRow, type PaletteWays } from './palette-rows.ts';
import { useFoundEntries, useSavedFilters } from './use-palette-entries.ts';

interface PaletteProps {
  commands: readonly Command[];
  isDesktop: boolean;
  request: Request;
  ways: PaletteWays;
  onClose: () => void;
}

/** One line that leads to every command, saved filter and entry. */
export function Palette({ commands, isDesktop, request, ways, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [recent] = useState(readRecent);
  const entries = useFoundEntries(request, query);
  const filters = useSavedFilters(request);
  const rows = toPaletteRows(query, { commands, filters, entries, recent, isDesktop }, ways);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const run = (row: PaletteRow) => {
    dialog.current?.close();
    // After the dialog has given the focus back, so that a command may put it elsewhere.
    requestAnimationFrame(row.run);
  };
  return (
    <dialog ref={dialog} className={styles.palette} aria-label="Do anything" onClose={onClose}>
      <PaletteLine query={query} rows={rows} setQuery={setQuery} run={run} />
    </dialog>
  );
}

interface LineProps {
  query: string;
  rows: readonly PaletteRow[];
  setQuery: (query: string) => void;
  run: (row: PaletteRow) => void;
}

/** The line and its list: the focus stays in the line, the arrows move through the list. */
function PaletteLine({ query, rows, setQuery, run }: LineProps) {
  const listId = useId();
  const [at, setAt] = useState(0);
  const place = Math.min(at, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = keyToPlace(event.key, place, rows.length);
    if (next !== undefined) {
      event.preventDefault();
      setAt(next);
    }
    if (event.key === 'Enter' && rows[place]) {
      event.preventDefault();
      run(rows[place]);
    }
  };
  return (
    <>
      <div className={styles.line}>
        <Search size={16} aria-hidden />
        <input
          className={styles.input}
          role="combobox"
          aria-label="Command, filter or entry"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={rows[place] ? `${listId}-${place}` : undefined}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the line is what the dialog is opened for
          autoFocus
          placeholder="What do you want to do, or find?"
          value={query}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
        />
        <Keys keys="Esc" />
      </div>
      <PaletteList listId={listId} rows={rows} place={place} run={run} />
      <output className="sr-only" aria-live="polite">
        {rows.length === 1 ? '1 line' : `${rows.length} lines`}
      </output>
    </>
  );
}

interface ListProps {
  listId: string;
  rows: readonly PaletteRow[];
  place: number;
  run: (row: PaletteRow) => void;
}

function PaletteList({ listId, rows, place, run }: ListProps) {
  return (
    <div id={listId} role="listbox" aria-label="Commands, filters and entries" className={styles.list}>
      {rows.map((row, index) => (
        <PaletteOption
          key={row.id}
          id={`${listId}-${index}`}
          row={row}
          isFirstOfGroup={rows[index - 1]?.group !== row.group}
          isHere={index === place}
          onRun={() => run(row)}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  row: PaletteRow;
  isFirstOfGroup: boolean;
  isHere: boolean;
  onRun: () => void;
}

function PaletteOption({ id, row, isFirstOfGroup, isHere, onRun }: OptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isHere) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <>
      {isFirstOfGroup && (
        <p className={styles.group} role="presentation">
          {row.group}
        </p>
      )}
      {/* The keys are heard by the line, which keeps the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
      <div
        ref={option}
        id={id}
        role="option"
        aria-selected={isHere}
        className={classes(styles.option, isHere && styles.here)}
        onClick={onRun}
      >
        {row.kind && <KindIcon kind={row.kind} />}
        <span className={styles.title}>{row.title}</span>
        {row.note && <span className={styles.note}>{row.note}</span>}
        {row.keys && <Keys keys={row.keys} />}
      </div>
    </>
  );
}

/** Where a key leads in the list; undefined for a key that is typed. The ends are joined. */
function keyToPlace(key: string, place: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (place + 1) % count;
  if (key === 'ArrowUp') return (place + count - 1) % count;
  if (key === 'PageDown') return Math.min(place + 8, count - 1);
  if (key === 'PageUp') return Math.max(place - 8, 0);
  return undefined;
}
