import { Keys } from '../../ui/Keys.tsx';
import type { CaptureState } from './capture-store.ts';
import styles from './QuickCapture.module.css';

/** What stands under the line while nothing was recognised in it. */
export function CaptureHint({ state: { isLogged, draftProblem, line } }: { state: CaptureState }) {
  if (isLogged) return <output className={styles.hint}>Logged</output>;
  if (draftProblem) return <p className={styles.hint}>Not kept as a draft yet. {draftProblem}</p>;
  return (
    <p className={styles.hint}>
      <span>{line ? '' : '@person #tag +project ^criterion'}</span>
      <span>
        <Keys keys="Enter" /> saves <Keys keys="Esc" /> keeps it for later
      </span>
    </p>
  );
}
