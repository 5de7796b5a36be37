import { History, Pencil, RotateCcw, Trash2, X } from 'lucide-react';
import type { Entry } from '../../../shared/domain/entry.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { dayToFullText, instantToText } from '../../ui/day-text.ts';
import { instantToTimeText } from '../../ui/instant-text.ts';
import { KIND_WORDS, KindIcon } from '../../ui/KindIcon.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import styles from './EntryPanel.module.css';
import { EvidenceFields } from './EvidenceFields.tsx';
import type { Opened } from './inspector.ts';
import { useJournal } from './journal-context.ts';
import { trashEndToText } from './trash-end.ts';
import { UnsavedTyping } from './UnsavedTyping.tsx';
import { VISIBILITY_WORDS } from './words.ts';

interface EntryReaderProps {
  opened: Opened;
  entry: Entry;
  onClose: () => void;
  onLink: (url: string) => void;
}

/** Everything an entry says, to be read. */
export function EntryReader({ opened, entry, onClose, onLink }: EntryReaderProps) {
  return (
    <article aria-label={entry.title}>
      <ReaderHead entry={entry} onClose={onClose} />
      <h2 className={styles.title}>{entry.title}</h2>
      <States entry={entry} />
      {opened.draft && <UnsavedTyping savedAt={opened.draft.savedAt} />}
      {entry.result && (
        <div className={styles.section}>
          <h3>Result</h3>
          <Markdown text={entry.result} headingLevel={4} onLink={onLink} />
        </div>
      )}
      {entry.metrics.length > 0 && <Metrics entry={entry} />}
      {!entry.trashedAt && <EvidenceFields entry={entry} />}
      {entry.body && (
        <div className={styles.section}>
          <h3>Notes</h3>
          <Markdown text={entry.body} headingLevel={4} onLink={onLink} />
        </div>
      )}
      <EntryFacts entry={entry} onLink={onLink} />
      <footer className={styles.foot}>
        {VISIBILITY_WORDS[entry.visibility].label}: {VISIBILITY_WORDS[entry.visibility].meaning}
        <Versions opened={opened} entry={entry} />
      </footer>
    </article>
  );
}

function Versions({ opened, entry }: { opened: Opened; entry: Entry }) {
  const openHistory = useJournal((state) => state.openHistory);
  const count = opened.versions?.length ?? 0;
  return (
    <p className={styles.versions}>
      <span>
        Written <Time instant={entry.createdAt} />
        {count > 1 && (
          <>
            , last changed <Time instant={entry.updatedAt} />
          </>
        )}
        .
      </span>
      {count > 0 && (
        <Button look="quiet" data-history className={styles.historyButton} onClick={openHistory}>
          <History size={14} aria-hidden />
          {count === 1 ? '1 version' : `${count} versions`}
        </Button>
      )}
    </p>
  );
}

function Time({ instant }: { instant: string }) {
  return (
    <time dateTime={instant} title={instantToTimeText(instant)}>
      {instantToText(instant)}
    </time>
  );
}

function ReaderHead({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const startEdit = useJournal((state) => state.startEdit);
  const trash = useJournal((state) => state.trash);
  const restore = useJournal((state) => state.restore);
  const moveToTrash = async () => {
    await trash(entry.id);
    onClose();
  };
  return (
    <header className={styles.head}>
      <KindIcon kind={entry.kind} />
      <span className={styles.headText}>
        {KIND_WORDS[entry.kind]} · {dayToFullText(entry.occurredOn)}
      </span>
      {entry.trashedAt ? (
        <Button onClick={() => void restore(entry.id)}>
          <RotateCcw size={14} aria-hidden />
          Restore
        </Button>
      ) : (
        <>
          <IconButton label="Edit" data-edit onClick={startEdit}>
            <Pencil size={16} aria-hidden />
          </IconButton>
          <IconButton label="Move to the trash" onClick={() => void moveToTrash()}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        </>
      )}
      <IconButton label="Close" onClick={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </header>
  );
}

function States({ entry }: { entry: Entry }) {
  const states = [
    entry.trashedAt && `in the trash, goes for good on ${trashEndToText(entry.trashedAt)}`,
    entry.status === 'doing' && 'doing',
    entry.visibility !== 'private' && entry.visibility,
    entry.raiseAtNextMeeting && 'raise at the next 1:1',
  ].filter((state) => typeof state === 'string');
  if (states.length === 0) return null;
  return (
    <div className={styles.states}>
      {states.map((state) => (
        <Chip key={state}>{state}</Chip>
      ))}
    </div>
  );
}

function Metrics({ entry }: { entry: Entry }) {
  return (
    <div className={styles.section}>
      <h3>Numbers</h3>
      <ul>
        {entry.metrics.map((metric, index) => (
          // Metrics have no identity but their place.
          <li key={index} className={styles.metric}>
            {metric.label}
            <span className={styles.numbers}>
              {[metric.before, metric.after].filter(Boolean).join(' → ')} {metric.unit}
            </span>
            {metric.source && <span className={styles.quiet}>{metric.source}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
