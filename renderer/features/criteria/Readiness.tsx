import type { Coverage } from '../../../shared/domain/coverage.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import styles from './Readiness.module.css';

/** What the evidence adds up to, in words: never a score. */
export function Readiness({ rubric, coverage }: { rubric: Rubric; coverage: Coverage }) {
  const { summary, nearest, readiness } = coverage;
  const pillar = nearest && rubric.pillars.find((one) => one.id === nearest.pillarId);
  return (
    <section className={styles.readiness} aria-label="Where the evidence stands">
      <p className={styles.summary}>{summary}</p>
      {readiness && <p>{readiness.meaning}</p>}
      {nearest && (
        <p>
          <span className={styles.quiet}>Nearest: {pillar?.name}.</span> {nearest.step}.
        </p>
      )}
      {readiness && <p className={styles.caveat}>{readiness.caveat}</p>}
    </section>
  );
}
