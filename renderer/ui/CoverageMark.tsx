import styles from './CoverageMark.module.css';

export type CoverageName = 'none' | 'some' | 'shown';

/** What each coverage is called in words. */
export const COVERAGE_WORDS: Record<CoverageName, string> = { none: 'none', some: 'some', shown: 'shown' };

/** Coverage by fill, never by colour: an empty, a half or a full circle. */
export function CoverageMark({ coverage, size = 14 }: { coverage: CoverageName; size?: number }) {
  return (
    <span className={styles.mark} title={COVERAGE_WORDS[coverage]}>
      <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden>
        <circle cx="7" cy="7" r="5.5" className={styles.ring} />
        {coverage === 'some' && <path d="M7 1.5a5.5 5.5 0 0 1 0 11z" className={styles.fill} />}
        {coverage === 'shown' && <circle cx="7" cy="7" r="5.5" className={styles.fill} />}
      </svg>
      <span className="sr-only">{COVERAGE_WORDS[coverage]}: </span>
    </span>
  );
}
