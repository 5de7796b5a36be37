import { memo } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { dayToFullText } from '../../ui/day-text.ts';
import { EntryRow } from '../../ui/EntryRow.tsx';
import type { Week } from './group-weeks.ts';
import { useJournal } from './journal-context.ts';
import styles from './Timeline.module.css';

interface WeekRowsProps {
  week: Week;
  /** The first entry of the list, where Tab enters it. */
  firstId: string | null;
  onOpen: (id: string) => void;
}

/** One week of entries under its heading. */
export function WeekRows({ week, firstId, onOpen }: WeekRowsProps) {
  return (
    <section className={styles.week} aria-label={week.heading}>
      <h2 className={styles.heading}>{week.heading}</h2>
      <ol>
        {week.rows.map(({ entry, day }) => (
          <li key={entry.id}>
            <WeekRow entry={entry} day={day} isFirst={entry.id === firstId} onOpen={onOpen} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface WeekRowProps {
  entry: Entry;
  day: string;
  isFirst: boolean;
  onOpen: (id: string) => void;
}

const WeekRow = memo(function WeekRow({ entry, day, isFirst, onOpen }: WeekRowProps) {
  const { id } = entry;
  const rubric = useJournal((state) => state.rubric);
  const isOpen = useJournal((state) => state.opened?.id === id);
  const isCursor = useJournal((state) => (state.cursorId === null ? isFirst : state.cursorId === id));
  const isNew = useJournal((state) => state.savedId === id);
  return (
    <EntryRow
      id={id}
      kind={entry.kind}
      title={entry.title}
      day={day}
      dayText={dayToFullText(entry.occurredOn)}
      result={firstLine(entry.result || metricsToText(entry))}
      people={entry.people.map((person) => person.name).join(', ')}
      criteria={criteriaToText(entry, rubric)}
      isDoing={entry.status === 'doing'}
      isSealed={entry.visibility === 'sealed'}
      isFlagged={entry.raiseAtNextMeeting}
      isOpen={isOpen}
      isCursor={isCursor}
      isNew={isNew}
      onOpen={onOpen}
    />
  );
});

function metricsToText({ metrics }: Entry): string {
  const [first] = metrics;
  if (!first) return '';
  const values = [first.before, first.after].filter(Boolean).join(' → ');
  return `${first.label} ${values} ${first.unit}`.trim();
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}

function criteriaToText(entry: Entry, rubric: Rubric | null): string {
  const all = rubric ? [...rubric.pillars, rubric.ground].flatMap((pillar) => pillar.criteria) : [];
  return entry.evidence
    .filter((one) => one.state === 'confirmed')
    .map((one) => all.find((criterion) => criterion.id === one.criterionId)?.name ?? one.criterionId)
    .join(', ');
}
