import type { CriterionCoverage } from '../../../shared/domain/coverage.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useCriteria } from './criteria-context.ts';
import styles from './CriterionPanel.module.css';

/** What the user says of a criterion beside evidence: that it is left out, or that there is no opportunity for it. */
export function CriterionMarks({ coverage }: { coverage: CriterionCoverage }) {
  const mark = useCriteria((state) => state.mark);
  const today = useCriteria((state) => state.today);
  const { criterionId, isOff, noOpportunitySince } = coverage;
  const hasNone = noOpportunitySince !== null;
  return (
    <div className={styles.section}>
      <h3>For you</h3>
      <CheckField
        label="Leave this criterion out"
        isChecked={isOff}
        onChange={(isChecked) => void mark(criterionId, { isOff: isChecked, noOpportunitySince })}
      />
      <CheckField
        label="No opportunity to show it here"
        isChecked={hasNone}
        onChange={(isChecked) => void mark(criterionId, { isOff, noOpportunitySince: isChecked ? today : null })}
      />
      {hasNone && (
        <TextField
          label="Since"
          type="date"
          value={noOpportunitySince}
          hint="Not the same as no evidence: a thing to ask for in a 1:1."
          onChange={(day) => day !== '' && void mark(criterionId, { isOff, noOpportunitySince: day })}
        />
      )}
    </div>
  );
}
