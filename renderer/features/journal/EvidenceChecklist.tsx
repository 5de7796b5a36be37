import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Criterion, Rubric } from '../../../shared/domain/rubric.ts';
import { TextField } from '../../ui/Field.tsx';
import { Keys } from '../../ui/Keys.tsx';
import styles from './EvidenceFields.module.css';
import { EvidenceLine, findEvidence } from './EvidenceLine.tsx';
import { useJournal } from './journal-context.ts';

interface EvidenceChecklistProps {
  rubric: Rubric;
  entry: Entry;
  onClose: () => void;
}

/** All criteria by pillar, with a line to filter by: letters filter, arrows move, Enter or Space ticks, s marks strong. */
export function EvidenceChecklist({ rubric, entry, onClose }: EvidenceChecklistProps) {
  const setEvidence = useJournal((state) => state.setEvidence);
  const [filter, setFilter] = useState('');
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector('input')?.focus(), []);
  const groups = [...rubric.pillars, rubric.ground]
    .map((group) => ({ ...group, criteria: group.criteria.filter((criterion) => isMatch(criterion, filter)) }))
    .filter((group) => group.criteria.length > 0);
  const tick = (criterionId: string) => {
    const isConfirmed = findEvidence(entry, criterionId) === undefined;
    void setEvidence(criterionId, { isConfirmed, strong: false });
  };
  const markStrong = (criterionId: string) => {
    const strong = !findEvidence(entry, criterionId)?.strong;
    void setEvidence(criterionId, { isConfirmed: true, strong });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const keys = { root: root.current, filter, setFilter, tick, markStrong, onClose };
    if (actOnKey(event.key, event.target as HTMLElement, keys)) event.preventDefault();
  };
  return (
    // The keys belong to the fields inside and are heard here once for all of them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={styles.checklist} onKeyDown={onKeyDown}>
      <TextField label="Filter criteria" isLabelHidden placeholder="Filter" value={filter} onChange={setFilter} />
      {groups.length === 0 && <p className={styles.none}>No criterion fits.</p>}
      {groups.map((group) => (
        <fieldset key={group.id} className={styles.group}>
          <legend className={styles.legend}>{group.name}</legend>
          <ul>
            {group.criteria.map((criterion) => (
              <EvidenceLine key={criterion.id} entry={entry} criterion={criterion} />
            ))}
          </ul>
        </fieldset>
      ))}
      <p className={styles.keys}>
        <Keys keys="Enter" /> ticks · <Keys keys="s" /> strong · <Keys keys="Esc" /> done
      </p>
    </div>
  );
}

interface Hand {
  root: HTMLElement | null;
  filter: string;
  setFilter: (filter: string) => void;
  tick: (criterionId: string) => void;
  markStrong: (criterionId: string) => void;
  onClose: () => void;
}

function actOnKey(
  key: string,
  target: HTMLElement,
  { root, filter, setFilter, tick, markStrong, onClose }: Hand,
): boolean {
  const boxes = [...(root?.querySelectorAll<HTMLInputElement>('[type="checkbox"]') ?? [])];
  const line = root?.querySelector<HTMLInputElement>('input:not([type="checkbox"])');
  const at = boxes.findIndex((box) => box === target);
  const criterionId = (boxes[at] ?? (target === line && filter ? boxes[0] : undefined))?.closest<HTMLElement>(
    '[data-criterion]',
  )?.dataset['criterion'];
  switch (key) {
    case 'ArrowDown':
      (boxes[at + 1] ?? boxes.at(-1))?.focus();
      return true;
    case 'ArrowUp':
      (at > 0 ? boxes[at - 1] : line)?.focus();
      return true;
    case 'Enter':
      if (!criterionId) return target === line;
      tick(criterionId);
      // The next thing typed looks for the next criterion.
      if (target === line) line.select();
      return true;
    case 'Escape':
      if (filter) {
        setFilter('');
        line?.focus();
      } else onClose();
      return true;
    default:
      break;
  }
  if (at < 0) return false;
  if (key === 's' && criterionId) {
    markStrong(criterionId);
    return true;
  }
  // Letters typed on a criterion filter, as they would in the line.
  if (!/^[\p{L}\p{N}-]$/u.test(key)) return false;
  setFilter(key);
  line?.focus();
  return true;
}

function isMatch({ name, id, definition }: Criterion, filter: string): boolean {
  const text = `${name} ${id} ${definition}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
