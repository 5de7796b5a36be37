import type { Entry } from '../../../shared/domain/entry.ts';
import type { Criterion } from '../../../shared/domain/rubric.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './EvidenceFields.module.css';
import { useJournal } from './journal-context.ts';

/** One criterion: whether the entry is evidence for it, and strong evidence. */
export function EvidenceLine({ entry, criterion }: { entry: Entry; criterion: Criterion }) {
  const setEvidence = useJournal((state) => state.setEvidence);
  const evidence = findEvidence(entry, criterion.id);
  const isUsual = criterion.feeds.includes(entry.kind);
  return (
    <li className={styles.line} title={criterion.definition} data-criterion={criterion.id}>
      <CheckField
        className={classes(!isUsual && !evidence && styles.unusual)}
        label={criterion.name}
        isChecked={evidence !== undefined}
        onChange={(isConfirmed) => void setEvidence(criterion.id, { isConfirmed, strong: false })}
      />
      {evidence && (
        <button
          type="button"
          className={styles.strong}
          aria-pressed={evidence.strong}
          aria-label={`Strong evidence for ${criterion.name}`}
          onClick={() => void setEvidence(criterion.id, { isConfirmed: true, strong: !evidence.strong })}
        >
          strong
        </button>
      )}
    </li>
  );
}

/** The entry's confirmed evidence for a criterion. */
export function findEvidence(entry: Entry, criterionId: string) {
  return entry.evidence.find((one) => one.criterionId === criterionId && one.state === 'confirmed');
}
