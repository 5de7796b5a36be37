import { useState } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Criterion } from '../../../shared/domain/rubric.ts';
import { dayToText } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { useCriteria } from './criteria-context.ts';
import styles from './EvidenceList.module.css';

/** Choices drawn at once; the filter finds the rest. */
const DRAWN = 50;

/** Chooses an entry as evidence for the open criterion: recent ones first, with a line to filter by. */
export function EntryPicker({ criterion }: { criterion: Criterion }) {
  const choices = useCriteria((state) => state.choices);
  const closePicker = useCriteria((state) => state.closePicker);
  return (
    <Dialog title={`Add evidence for “${criterion.name}”`} isOpen={choices !== null} onClose={closePicker}>
      <Choices choices={choices ?? []} criterionId={criterion.id} />
    </Dialog>
  );
}

function Choices({ choices, criterionId }: { choices: readonly Entry[]; criterionId: string }) {
  const [filter, setFilter] = useState('');
  const map = useCriteria((state) => state.map);
  const closePicker = useCriteria((state) => state.closePicker);
  const found = choices.filter((entry) => !isMapped(entry, criterionId) && isMatch(entry, filter));
  return (
    <div className={styles.picker}>
      <TextField label="Filter" placeholder="Words in the title, result or tags" value={filter} onChange={setFilter} />
      {found.length === 0 && <p className={styles.none}>No recent entry fits.</p>}
      <ul className={styles.choices}>
        {found.slice(0, DRAWN).map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className={styles.choice}
              onClick={() => {
                closePicker();
                void map(entry.id, false);
              }}
            >
              <KindIcon kind={entry.kind} hasWord />
              <span className={styles.text}>{entry.title}</span>
              <span className={styles.day}>{dayToText(entry.occurredOn)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isMapped(entry: Entry, criterionId: string): boolean {
  return entry.evidence.some((one) => one.criterionId === criterionId && one.state === 'confirmed');
}

function isMatch({ title, result, tags, projects }: Entry, filter: string): boolean {
  const text = [title, result, ...tags, ...projects].join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
