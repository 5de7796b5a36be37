import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { isDay } from '../../../shared/domain/day.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import styles from './FindBar.module.css';
import { focusFind } from './focus-find.ts';
import { useJournal } from './journal-context.ts';
import { NameFilter } from './NameFilter.tsx';
import { filterValue, hasFilter, toggleFilter } from './query-text.ts';
import { rubricCriteria } from './rubric-criteria.ts';
import { SavedFilters } from './SavedFilters.tsx';

type Word = [name: string, value: string, label: string];

const KINDS: Word[] = [
  ['kind', 'win', 'Wins'],
  ['kind', 'help', 'Help'],
  ['kind', 'design', 'Designs'],
];
const STATES: Word[] = [
  ['is', 'doing', 'Doing'],
  ['is', 'raised', 'To raise at the 1:1'],
  ['is', 'private', 'Private'],
  ['is', 'shareable', 'Shareable'],
  ['is', 'sealed', 'Sealed'],
];
const MISSING: Word[] = [
  ['no', 'result', 'No result'],
  ['no', 'criterion', 'No criterion'],
  ['no', 'witness', 'No witness'],
  ['no', 'link', 'No link'],
];

/** Everything a search can filter by, put into the line as words, and the searches that were kept. */
export function FilterMenu({ onClose }: { onClose: () => void }) {
  const menu = useRef<HTMLDivElement>(null);
  const readNames = useJournal((state) => state.readNames);
  useEffect(() => {
    void readNames().catch(() => {});
    menu.current?.querySelector<HTMLElement>('button')?.focus();
  }, [readNames]);
  useCloseOutside(menu, onClose);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
    focusFind();
  };
  return (
    // Not modal: the list behind it shows what each filter leaves. Escape is heard here for all of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role
    <div ref={menu} role="dialog" aria-label="Filter" className={styles.menu} onKeyDown={onKeyDown} tabIndex={-1}>
      <Words title="Kind" words={KINDS} />
      <Words title="State" words={STATES} />
      <Words title="What is missing" words={MISSING} />
      <Values />
      <SavedFilters onRun={onClose} />
    </div>
  );
}

function Words({ title, words }: { title: string; words: readonly Word[] }) {
  const query = useJournal((state) => state.query);
  const setQuery = useJournal((state) => state.setQuery);
  return (
    <fieldset>
      <legend className={styles.menuTitle}>{title}</legend>
      <div className={styles.words}>
        {words.map(([name, value, label]) => (
          <button
            key={value}
            type="button"
            className={styles.word}
            aria-pressed={hasFilter(query, name, value)}
            onClick={() => void setQuery(toggleFilter(query, name, value))}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Values() {
  const query = useJournal((state) => state.query);
  const setQuery = useJournal((state) => state.setQuery);
  const names = useJournal((state) => state.names);
  const rubric = useJournal((state) => state.rubric);
  const put = (name: string, value: string) => {
    if (value !== filterValue(query, name)) void setQuery(toggleFilter(query, name, value));
  };
  const criteria = rubricCriteria(rubric).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={styles.pairs}>
      <NameFilter label="Tag" name="tag" names={names?.tags ?? []} onPut={put} />
      <NameFilter label="Project" name="project" names={names?.projects ?? []} onPut={put} />
      <NameFilter label="Person" name="person" names={names?.people ?? []} onPut={put} />
      <SelectField
        label="Criterion"
        value={filterValue(query, 'criterion')}
        choices={[{ value: '', label: 'any' }, ...criteria]}
        onChange={(id) => put('criterion', id)}
      />
      <TextField
        label="Since"
        type="date"
        value={toDateField(filterValue(query, 'since'))}
        onChange={(day) => put('since', day)}
      />
      <TextField
        label="Until"
        type="date"
        value={toDateField(filterValue(query, 'until'))}
        onChange={(day) => put('until', day)}
      />
    </div>
  );
}

/** A whole month or year in the line is no date; the field stays empty then. */
function toDateField(value: string): string {
  return isDay(value) ? value : '';
}

function useCloseOutside(menu: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      // The button beside the line closes the menu by itself, and the line may be typed on.
      const isInside = target instanceof Element && menu.current?.parentElement?.contains(target);
      if (!isInside) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [menu, onClose]);
}
