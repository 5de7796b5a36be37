import { memo, useContext, useMemo } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Phrase } from '../../../shared/find/query.ts';
import { dayToFullText, dayToShortText } from '../../ui/day-text.ts';
import { EntryRow } from '../../ui/EntryRow.tsx';
import { JournalContext, useJournal } from './journal-context.ts';
import { criteriaToText, entryToRowText } from './row-text.ts';

interface ListRowProps {
  entry: Entry;
  /** Whether it is the first of its day, beside which the day is named. */
  isFirstOfDay: boolean;
  phrases: readonly Phrase[];
  /** Whether Tab enters the list here. */
  isTabStop: boolean;
  onOpen: (id: string) => void;
}

/** One entry of the list, with what a search found in it. */
export const ListRow = memo(function ListRow({ entry, isFirstOfDay, phrases, isTabStop, onOpen }: ListRowProps) {
  const { id } = entry;
  const store = useContext(JournalContext);
  const rubric = useJournal((state) => state.rubric);
  const isOpen = useJournal((state) => state.opened?.id === id);
  const isSelected = useJournal((state) => state.selected.has(id));
  const isNew = useJournal((state) => state.savedId === id);
  const text = useMemo(() => entryToRowText(entry, phrases), [entry, phrases]);
  const act = (way: 'opens' | 'extends' | 'adds') => {
    const { setCursor, extendSelection, toggleSelected } = store!.getState();
    if (way === 'opens') onOpen(id);
    if (way === 'extends') extendSelection(id);
    if (way === 'adds') toggleSelected(id);
    setCursor(id);
  };
  return (
    <EntryRow
      id={id}
      kind={entry.kind}
      title={text.title}
      day={isFirstOfDay ? dayToShortText(entry.occurredOn) : ''}
      dayText={dayToFullText(entry.occurredOn)}
      result={text.result}
      people={text.people}
      criteria={criteriaToText(entry, rubric)}
      isDoing={entry.status === 'doing'}
      isSealed={entry.visibility === 'sealed'}
      isFlagged={entry.raiseAtNextMeeting}
      isOpen={isOpen}
      isCursor={isTabStop}
      isSelected={isSelected}
      isNew={isNew}
      onOpen={(_, way) => act(way)}
    />
  );
});
