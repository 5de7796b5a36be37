import { classes } from './classes.ts';
import styles from './QuarterStrip.module.css';

export interface QuarterCell {
  /** As shown, such as `Q3 2026`. */
  name: string;
  entries: number;
}

/** The last quarters from old to new, each filled where it has evidence. */
export function QuarterStrip({ quarters }: { quarters: readonly QuarterCell[] }) {
  const filled = quarters.filter((quarter) => quarter.entries > 0).map((quarter) => quarter.name);
  const words = filled.length > 0 ? `Evidence in ${filled.join(', ')}` : 'No evidence in these quarters';
  return (
    <span className={styles.strip} title={quarters.map(cellToWords).join('\n')}>
      {quarters.map((quarter) => (
        <span key={quarter.name} className={classes(styles.cell, quarter.entries > 0 && styles.filled)} />
      ))}
      <span className="sr-only">{words}. </span>
    </span>
  );
}

function cellToWords({ name, entries }: QuarterCell): string {
  return `${name}: ${entries === 0 ? 'none' : entries === 1 ? '1 entry' : `${entries} entries`}`;
}
