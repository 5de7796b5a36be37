import { Trash2 } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { groupWeeks } from './group-weeks.ts';
import { useJournal } from './journal-context.ts';
import { KindFilter } from './KindChoice.tsx';
import styles from './Timeline.module.css';
import { TrashList } from './TrashList.tsx';
import { WeekRows } from './WeekRows.tsx';
import { PROMPTS } from './words.ts';

/** The entries by week and day, newest first. */
export function Timeline({ onOpen }: { onOpen: (id: string) => void }) {
  const filter = useJournal((state) => state.filter);
  const setFilter = useJournal((state) => state.setFilter);
  const problem = useJournal((state) => state.problem);
  const reload = useJournal((state) => state.reload);
  return (
    <section aria-label={filter.isTrash ? 'Trash' : 'Entries'}>
      <div className={styles.tools}>
        {filter.isTrash ? (
          <h2>Trash</h2>
        ) : (
          <KindFilter kind={filter.kind} onChange={(kind) => void setFilter({ kind })} />
        )}
        <Button
          look="quiet"
          aria-pressed={filter.isTrash}
          onClick={() => void setFilter({ kind: 'all', isTrash: !filter.isTrash })}
        >
          <Trash2 size={14} aria-hidden />
          {filter.isTrash ? 'Leave the trash' : 'Trash'}
        </Button>
      </div>
      {problem && (
        <Problem text={problem}>
          <Button onClick={() => void reload()}>Try again</Button>
        </Problem>
      )}
      {filter.isTrash ? <TrashList onOpen={onOpen} /> : <Weeks onOpen={onOpen} />}
    </section>
  );
}

function Weeks({ onOpen }: { onOpen: (id: string) => void }) {
  const entries = useJournal((state) => state.entries);
  const today = useJournal((state) => state.today);
  const isLoaded = useJournal((state) => state.isLoaded);
  const problem = useJournal((state) => state.problem);
  const weeks = useMemo(() => groupWeeks(entries, today), [entries, today]);
  if (isLoaded && !problem && entries.length === 0) return <NoEntries />;
  return (
    <>
      {weeks.map((week) => (
        <WeekRows key={week.start} week={week} firstId={entries[0]?.id ?? null} onOpen={onOpen} />
      ))}
      <MoreRows />
    </>
  );
}

function NoEntries() {
  const kind = useJournal((state) => state.filter.kind);
  const one = kind === 'all' ? 'win' : kind;
  return (
    <Empty title={kind === 'all' ? 'No entries yet.' : 'No entries of this kind yet.'}>
      <p>For example: “{PROMPTS[one].example}”. Write a line above and press Enter.</p>
    </Empty>
  );
}

/** The end of the list while there is more. A new page may leave it in sight: it is drawn, and so observed, anew. */
function MoreRows() {
  const hasMore = useJournal((state) => state.nextBefore !== null);
  const count = useJournal((state) => state.entries.length);
  return hasMore && <ListEnd key={count} />;
}

/** Reads the next page when it comes near. */
function ListEnd() {
  const loadMore = useJournal((state) => state.loadMore);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const root = end.current.closest('[data-scroll]');
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && void loadMore(), {
      root,
      rootMargin: '800px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [loadMore]);
  return (
    <div ref={end} className={styles.more}>
      <Button look="quiet" onClick={() => void loadMore()}>
        Show older entries
      </Button>
    </div>
  );
}
