import { Trash2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { EntryList } from './EntryList.tsx';
import { FindBar } from './FindBar.tsx';
import { useJournal } from './journal-context.ts';
import styles from './Timeline.module.css';
import { TrashList } from './TrashList.tsx';
import { ViewBar } from './ViewBar.tsx';
import { PROMPTS } from './words.ts';

const YearPanel = lazy(() => import('./YearPanel.tsx').then((file) => ({ default: file.YearPanel })));
const PeriodDialog = lazy(() => import('./PeriodDialog.tsx').then((file) => ({ default: file.PeriodDialog })));
const BulkBar = lazy(() => import('./BulkBar.tsx').then((file) => ({ default: file.BulkBar })));

/** The entries by day, week, month or quarter, newest first: all of them, or what a search finds; or the trash. */
export function Timeline({ onOpen }: { onOpen: (id: string) => void }) {
  const isTrash = useJournal((state) => state.filter.isTrash);
  return (
    <section aria-label={isTrash ? 'Trash' : 'Entries'}>
      {isTrash ? (
        <TrashHead />
      ) : (
        <>
          <FindBar />
          <ViewBar />
        </>
      )}
      <ReadProblem />
      {isTrash ? (
        <TrashList onOpen={onOpen} />
      ) : (
        <>
          <Year />
          <Found onOpen={onOpen} />
          <Asides />
        </>
      )}
    </section>
  );
}

function TrashHead() {
  const setFilter = useJournal((state) => state.setFilter);
  return (
    <div className={styles.tools}>
      <h2>Trash</h2>
      <Button look="quiet" onClick={() => void setFilter({ isTrash: false })}>
        <Trash2 size={14} aria-hidden />
        Leave the trash
      </Button>
    </div>
  );
}

function ReadProblem() {
  const problem = useJournal((state) => state.problem);
  const reload = useJournal((state) => state.reload);
  if (!problem) return null;
  return (
    <Problem text={problem}>
      <Button onClick={() => void reload()}>Try again</Button>
    </Problem>
  );
}

function Found({ onOpen }: { onOpen: (id: string) => void }) {
  const isEmpty = useJournal((state) => state.isLoaded && !state.problem && state.days.length === 0);
  const isSearch = useJournal((state) => state.shownQuery !== '');
  const hasPeriods = useJournal((state) => state.periods.length > 0);
  if (isEmpty && isSearch) return <NothingFound />;
  return (
    <>
      {isEmpty && <NoEntries />}
      {(!isEmpty || hasPeriods) && <EntryList onOpen={onOpen} />}
    </>
  );
}

function NoEntries() {
  return (
    <Empty title="No entries yet.">
      <p>For example: “{PROMPTS.win.example}”. Write a line above and press Enter.</p>
    </Empty>
  );
}

function NothingFound() {
  return (
    <Empty title="Nothing found.">
      <p>Fewer words find more. Sealed entries show only with is:sealed.</p>
    </Empty>
  );
}

function Year() {
  const isOpen = useJournal((state) => state.year !== null);
  return <Suspense>{isOpen && <YearPanel />}</Suspense>;
}

function Asides() {
  const periodForm = useJournal((state) => state.periodForm);
  const hasSelected = useJournal((state) => state.selected.size > 0);
  return (
    <Suspense>
      {hasSelected && <BulkBar />}
      {periodForm && <PeriodDialog form={periodForm} />}
    </Suspense>
  );
}
