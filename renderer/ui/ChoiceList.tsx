import { classes } from './classes.ts';
import styles from './ChoiceList.module.css';
import type { LineChoices } from './line-parts.ts';

interface ChoiceListProps {
  id: string;
  choices: LineChoices['choices'];
  active: number;
  /** In one row, where there is no room below. */
  isFlat: boolean;
  onChoose: (index: number) => void;
}

/** The names that may take the place of what is being typed. The focus stays in the line. */
export function ChoiceList({ id, choices, active, isFlat, onChoose }: ChoiceListProps) {
  return (
    <div
      id={id}
      // No tag is a list box whose focus stays elsewhere.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label="Names"
      aria-orientation={isFlat ? 'horizontal' : 'vertical'}
      className={classes(styles.list, isFlat ? styles.flat : styles.below)}
    >
      {choices.map(({ text, label, hint }, index) => (
        // The keys are those of the line, which holds the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={text}
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={classes(styles.choice, index === active && styles.active)}
          // The line keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          <span className={styles.text}>{label}</span>
          {hint && <span className={styles.hint}>{hint}</span>}
        </div>
      ))}
    </div>
  );
}
