import { Plus, X } from 'lucide-react';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Criterion } from '../../../shared/domain/rubric.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { dayToText } from '../../ui/day-text.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { useCriteria } from './criteria-context.ts';
import { EntryPicker } from './EntryPicker.tsx';
import styles from './EvidenceList.module.css';

/** The entries behind a criterion, newest first, and the way to add one. */
export function EvidenceList({ criterion }: { criterion: Criterion }) {
  const opened = useCriteria((state) => state.opened);
  const loadMore = useCriteria((state) => state.loadMore);
  const openPicker = useCriteria((state) => state.openPicker);
  if (!opened) return null;
  return (
    <section className={styles.section} aria-label="Entries behind it">
      <div className={styles.head}>
        <h3>Entries behind it</h3>
        <Button look="quiet" aria-keyshortcuts="a" title="Add an entry (a)" onClick={() => void openPicker()}>
          <Plus size={14} aria-hidden />
          Add an entry
        </Button>
      </div>
      {opened.isLoaded && opened.entries.length === 0 && (
        <p className={styles.none}>None yet. An entry you already wrote may fit: add it here.</p>
      )}
      <ul>
        {opened.entries.map((entry) => (
          <EvidenceRow key={entry.id} entry={entry} criterionId={criterion.id} />
        ))}
      </ul>
      {opened.nextBefore !== null && (
        <Button look="quiet" onClick={() => void loadMore()}>
          Show older entries
        </Button>
      )}
      <EntryPicker criterion={criterion} />
    </section>
  );
}

function EvidenceRow({ entry, criterionId }: { entry: Entry; criterionId: string }) {
  const map = useCriteria((state) => state.map);
  const unmap = useCriteria((state) => state.unmap);
  const isStrong = entry.evidence.some((one) => one.criterionId === criterionId && one.strong);
  return (
    <li className={styles.row}>
      <KindIcon kind={entry.kind} hasWord />
      <div className={styles.text}>
        <a className={styles.title} href={`#/journal/${entry.id}`}>
          {entry.title}
        </a>
        <div className={styles.second}>
          <p className={styles.day}>
            {dayToText(entry.occurredOn)}
            {entry.status === 'doing' && ', doing'}
          </p>
          <button
            type="button"
            className={styles.strong}
            aria-pressed={isStrong}
            aria-label={`Strong evidence: ${entry.title}`}
            onClick={() => void map(entry.id, !isStrong)}
          >
            strong
          </button>
          <IconButton
            label={`Remove “${entry.title}” from this criterion`}
            onClick={() => void unmap(entry.id, isStrong)}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      </div>
    </li>
  );
}
