import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Criterion, Rubric } from '../../../shared/domain/rubric.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { classes } from '../../ui/classes.ts';
import panel from './EntryPanel.module.css';
import styles from './EvidenceFields.module.css';
import { useJournal } from './journal-context.ts';

/** Which criteria the entry is evidence for: those that are set, and a checklist of all by pillar. */
export function EvidenceFields({ entry }: { entry: Entry }) {
  const rubric = useJournal((state) => state.rubric);
  const [isOpen, setOpen] = useState(false);
  if (!rubric) return null;
  const groups = [...rubric.pillars, rubric.ground];
  const confirmed = groups.flatMap((group) => group.criteria).filter((criterion) => findEvidence(entry, criterion.id));
  return (
    <section className={panel.section} aria-label="Evidence">
      <h3>Evidence for</h3>
      {confirmed.length > 0 && !isOpen && (
        <ul>
          {confirmed.map((criterion) => (
            <CriterionLine key={criterion.id} entry={entry} criterion={criterion} />
          ))}
        </ul>
      )}
      {isOpen && <Checklist rubric={rubric} entry={entry} />}
      <Button
        look={confirmed.length === 0 && !isOpen ? 'plain' : 'quiet'}
        className={classes((confirmed.length > 0 || isOpen) && styles.toggle)}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronDown size={14} aria-hidden className={classes(isOpen && styles.up)} />
        {isOpen ? 'Done' : confirmed.length === 0 ? 'Choose criteria' : 'Change'}
      </Button>
    </section>
  );
}

function Checklist({ rubric, entry }: { rubric: Rubric; entry: Entry }) {
  return [...rubric.pillars, rubric.ground].map((group) => (
    <fieldset key={group.id} className={styles.group}>
      <legend className={styles.legend}>{group.name}</legend>
      <ul>
        {group.criteria.map((criterion) => (
          <CriterionLine key={criterion.id} entry={entry} criterion={criterion} />
        ))}
      </ul>
    </fieldset>
  ));
}

function CriterionLine({ entry, criterion }: { entry: Entry; criterion: Criterion }) {
  const setEvidence = useJournal((state) => state.setEvidence);
  const evidence = findEvidence(entry, criterion.id);
  const isUsual = criterion.feeds.includes(entry.kind);
  return (
    <li className={styles.line} title={criterion.definition}>
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

function findEvidence(entry: Entry, criterionId: string) {
  return entry.evidence.find((one) => one.criterionId === criterionId && one.state === 'confirmed');
}
