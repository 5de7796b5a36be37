import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Coverage } from '../../../shared/domain/coverage.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import styles from './CriteriaPage.module.css';
import { CriteriaContext, useCriteria } from './criteria-context.ts';
import type { CriteriaStore } from './criteria-store.ts';
import { CriterionPanel } from './CriterionPanel.tsx';
import { PillarColumn } from './PillarColumn.tsx';
import { Readiness } from './Readiness.tsx';
import { useCriteriaKeys } from './use-criteria-keys.ts';

interface CriteriaPageProps {
  store: CriteriaStore;
  /** The criterion the address names. */
  criterionId: string | null;
  onOpen: (id: string | null) => void;
}

/** What a senior engineer is expected to show, and where the evidence stands. */
export function CriteriaPage({ store, criterionId, onOpen }: CriteriaPageProps) {
  const isSideOpen = useStore(store, (state) => state.opened !== null);
  useEffect(() => void store.getState().open(criterionId), [store, criterionId]);
  useCriteriaKeys(store, onOpen);
  return (
    <CriteriaContext value={store}>
      <SplitPage
        side={<CriterionPanel onClose={() => onOpen(null)} />}
        sideLabel="Criterion"
        isSideOpen={isSideOpen}
        backLabel="Criteria"
        onBack={() => onOpen(null)}
      >
        <Overview onOpen={onOpen} />
      </SplitPage>
    </CriteriaContext>
  );
}

function Overview({ onOpen }: { onOpen: (id: string) => void }) {
  const rubric = useCriteria((state) => state.rubric);
  const coverage = useCriteria((state) => state.coverage);
  const problem = useCriteria((state) => state.problem);
  const refresh = useCriteria((state) => state.refresh);
  return (
    <div className={styles.page}>
      <h1 className="sr-only">Criteria</h1>
      {problem && (
        <Problem text={problem}>
          <Button onClick={() => void refresh()}>Try again</Button>
        </Problem>
      )}
      {rubric && coverage && (
        <>
          <Readiness rubric={rubric} coverage={coverage} />
          <ReviewLink />
          <Pillars rubric={rubric} coverage={coverage} onOpen={onOpen} />
        </>
      )}
    </div>
  );
}

/** The way to what nobody has decided about, where there is any. */
function ReviewLink() {
  const entries = useCriteria((state) => state.toReview);
  if (entries === 0) return null;
  const text = entries === 1 ? 'One entry has' : `${entries.toLocaleString('en')} entries have`;
  return (
    <p className={styles.review}>
      {text} suggested criteria that nobody has decided about. <a href="#/review">Review them</a>
    </p>
  );
}

function Pillars(props: { rubric: Rubric; coverage: Coverage; onOpen: (id: string) => void }) {
  const { rubric, coverage, onOpen } = props;
  return (
    <>
      <div className={styles.pillars}>
        {rubric.pillars.map((pillar) => (
          <PillarColumn
            key={pillar.id}
            group={pillar}
            lead={pillar.lead}
            pillarCoverage={coverage.pillars.find((one) => one.pillarId === pillar.id)}
            coverage={coverage}
            onOpen={onOpen}
          />
        ))}
      </div>
      <div className={styles.ground}>
        <PillarColumn group={rubric.ground} coverage={coverage} onOpen={onOpen} isWide />
      </div>
    </>
  );
}
