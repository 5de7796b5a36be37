import { findCriterionCoverage } from './find-coverage.ts';
import type { Coverage, CriterionCoverage, PillarCoverage } from '../../../shared/domain/coverage.ts';
import type { Criterion } from '../../../shared/domain/rubric.ts';
import { classes } from '../../ui/classes.ts';
import { CoverageMark } from '../../ui/CoverageMark.tsx';
import { dayToText } from '../../ui/day-text.ts';
import { QuarterStrip } from '../../ui/QuarterStrip.tsx';
import { useCriteria } from './criteria-context.ts';
import { lastQuarters } from './last-quarters.ts';
import styles from './PillarColumn.module.css';
import { shortNext } from './short-next.ts';

interface PillarColumnProps {
  group: { id: string; name: string; definition: string; criteria: readonly Criterion[] };
  /** The criterion the pillar cannot be shown without; ground has none. */
  lead?: string | null;
  pillarCoverage?: PillarCoverage | undefined;
  coverage: Coverage;
  onOpen: (id: string) => void;
  isWide?: boolean;
}

/** A pillar, or the ground under all of them, with its criteria. */
export function PillarColumn({ group, lead, pillarCoverage, coverage, onOpen, isWide }: PillarColumnProps) {
  return (
    <section aria-label={group.name}>
      <h2 className={styles.name}>
        {pillarCoverage && <CoverageMark coverage={pillarCoverage.coverage} size={14} />}
        {group.name}
      </h2>
      <p className={classes(styles.definition, pillarCoverage && styles.indented)}>
        {pillarCoverage?.why ?? group.definition}
      </p>
      <ul className={classes(styles.list, isWide && styles.wide)}>
        {group.criteria.map((criterion) => (
          <li key={criterion.id}>
            <CriterionLine
              criterion={criterion}
              coverage={findCriterionCoverage(coverage, criterion.id)}
              isLead={criterion.id === lead}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CriterionLineProps {
  criterion: Criterion;
  coverage: CriterionCoverage | undefined;
  isLead: boolean;
  onOpen: (id: string) => void;
}

function CriterionLine({ criterion, coverage, isLead, onOpen }: CriterionLineProps) {
  const today = useCriteria((state) => state.today);
  const isOpen = useCriteria((state) => state.opened?.id === criterion.id);
  const rules = useCriteria((state) => state.rubric?.rules);
  if (!coverage || !rules) return null;
  const next = shortNext(coverage, rules);
  return (
    <button
      type="button"
      data-criterion={criterion.id}
      className={classes(styles.line, isOpen && styles.open, coverage.isOff && styles.off)}
      aria-current={isOpen ? 'true' : undefined}
      title={criterion.definition}
      onClick={() => onOpen(criterion.id)}
    >
      <span className={styles.mark}>
        <CoverageMark coverage={coverage.coverage} />
      </span>
      <span className={styles.title}>
        {criterion.name}
        {isLead && <span className={styles.lead}> lead</span>}
      </span>
      <span className={styles.facts}>
        <QuarterStrip quarters={lastQuarters(coverage, today)} />
        <span className={styles.state} title={next ? `What would show more: ${coverage.next[0]}` : undefined}>
          <State coverage={coverage} next={next} />
        </span>
      </span>
    </button>
  );
}

function State({ coverage, next }: { coverage: CriterionCoverage; next: string | null }) {
  if (coverage.isOff) return 'left out';
  if (coverage.noOpportunitySince) return `no opportunity since ${dayToText(coverage.noOpportunitySince)}`;
  if (coverage.entries === 0) return 'no evidence yet';
  return next ? <Next step={next} /> : lastToText(coverage);
}

function Next({ step }: { step: string }) {
  return (
    <>
      <span aria-hidden>→ </span>
      <span className="sr-only">next: </span>
      {step}
    </>
  );
}

function lastToText({ lastOn }: CriterionCoverage): string {
  return lastOn ? `last ${dayToText(lastOn)}` : '';
}
