import { X } from 'lucide-react';
import type { LineChip, LineExtra } from './line-parts.ts';
import styles from './LineChips.module.css';

interface LineChipsProps {
  chips: readonly LineChip[];
  extras: readonly LineExtra[];
  /** Keeps the stretch of this chip as text. */
  onKeep: (chip: LineChip) => void;
}

/** What was recognised in the line, each with a button that makes it text again. */
export function LineChips({ chips, extras, onKeep }: LineChipsProps) {
  return (
    <ul className={styles.chips} aria-label="Recognised">
      {chips.map((chip) => (
        <li key={chip.stretch} className={styles.chip}>
          <span className={styles.text}>
            <span className={styles.sign}>{chip.sign}</span>
            {chip.text}
          </span>
          <RemoveButton label={`Keep as text: ${chip.spoken}`} onClick={() => onKeep(chip)} />
        </li>
      ))}
      {extras.map(({ key, text, verb, onRemove }) => (
        <li key={key} className={styles.chip}>
          <span className={styles.text}>{text}</span>
          <RemoveButton label={`${verb}: ${text}`} onClick={onRemove} />
        </li>
      ))}
    </ul>
  );
}

function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.remove} aria-label={label} title={label} onClick={onClick}>
      <X size={12} aria-hidden />
    </button>
  );
}
