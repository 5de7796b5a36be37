import type { Coverage } from '../../../shared/domain/coverage.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import styles from './Readiness.module.css';

/** What the evidence adds up to, in words: never a score. */
export function Readiness({ rubric, coverage }: { rubric: Rubric; coverage: Coverage }) {
  const { summary, meaning, caveat, nearest } = coverage.readiness;
  const pillar = nearest && rubric.pillars.find((one) => one.id === nearest.pillarId);
  return (
    <section className={styles.readiness} aria-label="Where the evidence stands">
      <p className={styles.summary}>{summary}</p>
      <p>{meaning}</p>
      {nearest && (
        <p>
          <span className={styles.quiet}>Nearest: {pillar?.name}.</span> {nearest.step}.
        </p>
      )}
      <p className={styles.caveat}>{caveat}</p>
    </section>
  );
}
