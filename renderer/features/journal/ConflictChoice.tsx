import type { Entry } from '../../../shared/domain/entry.ts';
import { Button } from '../../ui/Button.tsx';
import { instantToText } from '../../ui/day-text.ts';
import { Problem } from '../../ui/Problem.tsx';
import { useJournal } from './journal-context.ts';

/** Two versions of one entry: says what the other one is, and asks which shall stand. */
export function ConflictChoice({ theirs }: { theirs: Entry }) {
  const keepMine = useJournal((state) => state.keepMine);
  const cancelEdit = useJournal((state) => state.cancelEdit);
  return (
    <Problem
      text={`This entry was changed elsewhere since you began, on ${instantToText(theirs.updatedAt)}. It says now: “${theirs.title}”. Both versions are in its history, whichever you choose.`}
    >
      <Button onClick={() => void keepMine()}>Keep mine</Button>
      <Button onClick={() => void cancelEdit()}>Open the other</Button>
    </Problem>
  );
}
