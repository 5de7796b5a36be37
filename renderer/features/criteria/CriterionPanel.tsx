import { X } from 'lucide-react';
import type { CriterionCoverage } from '../../../shared/domain/coverage.ts';
import type { Criterion } from '../../../shared/domain/rubric.ts';
import { IconButton } from '../../ui/Button.tsx';
import { COVERAGE_WORDS, CoverageMark } from '../../ui/CoverageMark.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { CriterionMarks } from './CriterionMarks.tsx';
import { useCriteria } from './criteria-context.ts';
import styles from './CriterionPanel.module.css';
import { EvidenceList } from './EvidenceList.tsx';
import { findCriterionCoverage } from './find-coverage.ts';

/** One criterion: what it asks for, where it stands, and the entries behind it. */
export function CriterionPanel({ onClose }: { onClose: () => void }) {
  const openedId = useCriteria((state) => state.opened?.id);
  const rubric = useCriteria((state) => state.rubric);
  const coverage = useCriteria((state) => state.coverage);
  const all = rubric ? [...rubric.pillars, rubric.ground].flatMap((group) => group.criteria) : [];
  const criterion = all.find((one) => one.id === openedId);
  const covered = coverage && criterion ? findCriterionCoverage(coverage, criterion.id) : undefined;
  if (!openedId || !criterion || !covered) {
    return (
      <div className={styles.panel}>
        <Empty title={openedId && rubric ? 'There is no such criterion.' : 'No criterion is open.'}>
          <p>Choose one to see what it asks for, what counts, and the entries behind it.</p>
        </Empty>
      </div>
    );
  }
  return (
    <article className={styles.panel} aria-label={criterion.name}>
      <header className={styles.head}>
        <CoverageMark coverage={covered.coverage} size={16} />
        <span className={styles.state}>{COVERAGE_WORDS[covered.coverage]}</span>
        <IconButton label="Close" onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <h2 className={styles.title}>{criterion.name}</h2>
      <p>{criterion.definition}</p>
      <Standing coverage={covered} />
      <EvidenceList key={criterion.id} criterion={criterion} />
      <Explanation criterion={criterion} />
      <CriterionMarks coverage={covered} />
    </article>
  );
}

function Standing({ coverage }: { coverage: CriterionCoverage }) {
  return (
    <div className={styles.section}>
      <h3>Where it stands</h3>
      <p>{coverage.why}</p>
      {coverage.next.length > 0 && (
        <>
          <h3 className={styles.next}>What would show more</h3>
          <ul className={styles.list}>
            {coverage.next.map((step) => (
              <li key={step}>{step[0]?.toUpperCase() + step.slice(1)}.</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Explanation({ criterion }: { criterion: Criterion }) {
  return (
    <>
      <Listed title="What counts" texts={criterion.counts} />
      <Listed title="Questions to ask yourself" texts={criterion.questions} />
      {criterion.why && (
        <div className={styles.section}>
          <h3>Why this criterion</h3>
          <p>{criterion.why.point}</p>
          <p className={styles.quiet}>The discussion backs it {BACKING_WORDS[criterion.why.backing]}.</p>
        </div>
      )}
    </>
  );
}

function Listed({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div className={styles.section}>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {texts.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

const BACKING_WORDS = { strong: 'strongly', moderate: 'moderately', weak: 'weakly' };
