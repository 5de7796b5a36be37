import { Button } from '../ui/Button.tsx';
import styles from './SilenceBanner.module.css';

/** Says across the top that the journal does not answer; what is on the page stays. */
export function SilenceBanner({ words, onRetry }: { words: string; onRetry: () => void }) {
  return (
    <div className={styles.banner} role="alert">
      <p>{words}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
