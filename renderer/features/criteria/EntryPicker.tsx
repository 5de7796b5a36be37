import { useMemo, useRef, type KeyboardEvent } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Criterion } from '../../../shared/domain/rubric.ts';
import { findMatches } from '../../../shared/find/find-matches.ts';
import { parseQuery, type Phrase } from '../../../shared/find/query.ts';
import { dayToText } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Highlight } from '../../ui/Highlight.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { useCriteria } from './criteria-context.ts';
import type { Picker } from './criteria-store.ts';
import styles from './EntryPicker.module.css';

/** Chooses an entry as evidence for the open criterion: the newest ones first, any other by typing. */
export function EntryPicker({ criterion }: { criterion: Criterion }) {
  const picker = useCriteria((state) => state.picker);
  const closePicker = useCriteria((state) => state.closePicker);
  return (
    <Dialog title={`Add evidence for “${criterion.name}”`} isOpen={picker !== null} onClose={closePicker}>
      {picker && <Choices picker={picker} criterionId={criterion.id} />}
    </Dialog>
  );
}

function Choices({ picker, criterionId }: { picker: Picker; criterionId: string }) {
  const search = useCriteria((state) => state.search);
  const root = useRef<HTMLDivElement>(null);
  const phrases = useMemo(() => parseQuery(picker.query).phrases, [picker.query]);
  const found = picker.entries ?? [];
  const onKeyDown = (event: KeyboardEvent) => {
    if (moveFocus(event.key, root.current)) event.preventDefault();
  };
  return (
    // The arrows lead from the line into the choices and back; both are natively operable.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={styles.picker} onKeyDown={onKeyDown}>
      <TextField
        label="Find an entry"
        placeholder="Words, people, #tags, or kind:help since:2026-07"
        value={picker.query}
        onChange={(query) => void search(query)}
      />
      <output className="sr-only">{picker.entries && countToText(found.length, picker.hasMore)}</output>
      {picker.entries?.length === 0 && <p className={styles.quiet}>No entry fits. Fewer or shorter words find more.</p>}
      <ul className={styles.choices}>
        {found.map((entry) => (
          <li key={entry.id}>
            <Choice entry={entry} phrases={phrases} criterionId={criterionId} />
          </li>
        ))}
      </ul>
      {picker.hasMore && <p className={styles.quiet}>There are more. Type to find them.</p>}
    </div>
  );
}

function Choice({ entry, phrases, criterionId }: { entry: Entry; phrases: readonly Phrase[]; criterionId: string }) {
  const map = useCriteria((state) => state.map);
  const closePicker = useCriteria((state) => state.closePicker);
  const isMapped = entry.evidence.some((one) => one.criterionId === criterionId && one.state === 'confirmed');
  const more = entry.result || entry.body;
  return (
    <button
      type="button"
      className={styles.choice}
      disabled={isMapped}
      onClick={() => {
        closePicker();
        void map(entry.id, false);
      }}
    >
      <KindIcon kind={entry.kind} hasWord />
      <span className={styles.text}>
        <Highlight text={entry.title} marks={findMatches(entry.title, phrases)} />
        {more && (
          <span className={styles.more}>
            <Excerpt text={more} phrases={phrases} />
          </span>
        )}
      </span>
      <span className={styles.day}>{isMapped ? 'evidence already' : dayToText(entry.occurredOn)}</span>
    </button>
  );
}

/** Characters of a text that have room under a title. */
const ROOM = 90;

function Excerpt({ text, phrases }: { text: string; phrases: readonly Phrase[] }) {
  const line = text.slice(0, 5_000).replaceAll(/\s+/g, ' ').trim();
  const [first] = findMatches(line, phrases);
  const from = first && first.to > ROOM ? Math.max(0, first.from - 30) : 0;
  const cut = `${from > 0 ? '… ' : ''}${line.slice(from, from + ROOM)}`;
  return <Highlight text={cut} marks={findMatches(cut, phrases)} />;
}

function countToText(count: number, hasMore: boolean): string {
  if (count === 0) return 'No entry fits.';
  return `${count}${hasMore ? ' and more' : ''} ${count === 1 && !hasMore ? 'entry' : 'entries'}`;
}

function moveFocus(key: string, root: HTMLElement | null): boolean {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
  const stops = [...(root?.querySelectorAll<HTMLElement>('input, button:not([disabled])') ?? [])];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[at + (key === 'ArrowDown' ? 1 : -1)]?.focus();
  return true;
}
