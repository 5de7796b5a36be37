import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SaveForm } from '../../ui/SaveForm.tsx';
import styles from './Composer.module.css';
import { EntryFields } from './EntryFields.tsx';
import { useJournal } from './journal-context.ts';
import { KindChoice } from './KindChoice.tsx';
import { TitleLine } from './TitleLine.tsx';
import { isSideBySide } from './use-list-keys.ts';
import { PROMPTS } from './words.ts';

const TITLE_ID = 'composer-title';

/** Puts the cursor on the line where an entry begins. */
export function focusComposer(): void {
  document.getElementById(TITLE_ID)?.focus();
}

/** The line at the top: one title and Enter is an entry; everything else unfolds when it is wanted. */
export function Composer({ onSaved }: { onSaved: (id: string) => void }) {
  const { form, isUnfolded, problem, errors } = useJournal((state) => state.composer);
  const write = useJournal((state) => state.write);
  const save = useJournal((state) => state.save);
  const submit = async () => {
    if (!form.title.trim()) return focusComposer();
    const id = await save();
    if (!id) return;
    focusComposer();
    if (isSideBySide()) onSaved(id);
  };
  return (
    <SaveForm label="New entry" className={styles.composer} onSave={() => void submit()} onEscape={leaveFocus}>
      <ComposerTitle />
      {isUnfolded && (
        <div className={styles.fields}>
          <EntryFields form={form} errors={errors} onChange={write} />
        </div>
      )}
      {problem && !errors['title'] && (
        <div className={styles.problem}>
          <Problem text={`Not saved. ${problem}`} />
        </div>
      )}
      <ComposerFoot />
    </SaveForm>
  );
}

function ComposerTitle() {
  const { form, errors } = useJournal((state) => state.composer);
  const write = useJournal((state) => state.write);
  const unfold = useJournal((state) => state.unfold);
  return (
    <TitleLine
      id={TITLE_ID}
      label="What happened"
      isLarge
      placeholder={PROMPTS[form.kind].title}
      value={form.title}
      error={errors['title']}
      onChange={(title) => write({ ...form, title })}
      onRest={(title, rest) => {
        write({ ...form, title, body: form.body ? `${form.body}\n${rest}` : rest });
        unfold(true);
      }}
    />
  );
}

function ComposerFoot() {
  const { form, isUnfolded, isSaving, draftProblem } = useJournal((state) => state.composer);
  const setKind = useJournal((state) => state.setKind);
  const unfold = useJournal((state) => state.unfold);
  return (
    <div className={styles.foot}>
      <KindChoice kind={form.kind} onChange={setKind} />
      <Button look="quiet" aria-expanded={isUnfolded} onClick={() => unfold(!isUnfolded)}>
        {isUnfolded ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
        {isUnfolded ? 'Less' : 'More'}
      </Button>
      <span className={styles.hint}>
        {draftProblem ? (
          <span title={draftProblem}>Not kept as a draft yet</span>
        ) : (
          <Keys keys={isUnfolded ? 'Mod+Enter' : 'Enter'} />
        )}
      </span>
      <Button look="primary" type="submit" disabled={isSaving || !form.title.trim()}>
        Save
      </Button>
    </div>
  );
}

/** Escape leaves the form; what is typed stays, as a draft. */
function leaveFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
