import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import styles from './Banner.module.css';

/** Says across the top that the journal does not answer; what is on the page stays. */
export function SilenceBanner({ words, onRetry }: { words: string; onRetry: () => void }) {
  return (
    <div className={classes(styles.banner, styles.problem)} role="alert">
      <p>{words}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
