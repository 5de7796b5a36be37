import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo } from 'react';
import type { CapturedLine } from '../../../shared/capture/captured-line.ts';
import { keepLiteral } from '../../../shared/capture/print-line.ts';
import { readLine } from '../../api/line-ground.ts';
import { Button } from '../../ui/Button.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SaveForm } from '../../ui/SaveForm.tsx';
import styles from './Composer.module.css';
import { ComposerLine } from './ComposerLine.tsx';
import { EntryFields } from './EntryFields.tsx';
import { isEmptyForm } from './entry-form.ts';
import { useJournal } from './journal-context.ts';
import { KindChoice } from './KindChoice.tsx';
import { keepTyped, showLine } from './merge-line.ts';
import { minutesToText } from './minutes.ts';
import { isSideBySide } from './use-list-keys.ts';

const TITLE_ID = 'composer-title';

/** Puts the cursor on the line where an entry begins. */
export function focusComposer(): void {
  document.getElementById(TITLE_ID)?.focus();
}

/** Back to the line for the next entry, but not when the hand has gone elsewhere while this one was being saved. */
function returnToLine(): void {
  const held = document.activeElement;
  const line = document.getElementById(TITLE_ID);
  if (held === null || held === document.body || line?.closest('form')?.contains(held)) line?.focus();
}

interface ComposerProps {
  /** Why nothing can be written; null where everything can. */
  readOnly: string | null;
  onSaved: (id: string) => void;
}

/** The line at the top: one line and Enter is an entry; everything else unfolds when it is wanted. */
export function Composer({ readOnly, onSaved }: ComposerProps) {
  const { form, ground, isUnfolded, problem, errors, draftProblem } = useJournal((state) => state.composer);
  const write = useJournal((state) => state.write);
  const save = useJournal((state) => state.save);
  const captured = useMemo(() => readLine(form.title, form.kind, ground), [form.title, form.kind, ground]);
  const shown = showLine(form, captured);
  const submit = async () => {
    if (isEmptyForm(form)) return focusComposer();
    const id = await save();
    if (!id) return;
    returnToLine();
    if (isSideBySide()) onSaved(id);
  };
  if (readOnly) return <ReadOnlyLine captured={captured} reason={readOnly} />;
  return (
    <SaveForm label="New entry" className={styles.composer} onSave={() => void submit()} onEscape={leaveFocus}>
      <ComposerLine id={TITLE_ID} captured={captured} />
      {isUnfolded && (
        <div className={styles.fields}>
          <EntryFields
            form={shown}
            saidMinutes={minutesToText(captured.minutes)}
            errors={errors}
            onChange={(changed) => write(keepTyped(changed, shown, form))}
          />
        </div>
      )}
      {((problem && !errors['title']) || draftProblem) && (
        <div className={styles.problem}>
          <Problem text={problem ? `Not saved. ${problem}` : `Not kept as a draft yet. ${draftProblem}`} />
        </div>
      )}
      <ComposerFoot captured={captured} />
    </SaveForm>
  );
}

/** The line where nothing can be written, with the reason; what was typed before that was known stays to be seen. */
function ReadOnlyLine({ captured, reason }: { captured: CapturedLine; reason: string }) {
  return (
    <fieldset className={styles.composer} disabled aria-label="New entry" aria-describedby="composer-reason">
      <ComposerLine id={TITLE_ID} captured={captured} />
      <p id="composer-reason" className={styles.reason}>
        {reason}
      </p>
    </fieldset>
  );
}

function ComposerFoot({ captured }: { captured: CapturedLine }) {
  const { form, isUnfolded, isSaving } = useJournal((state) => state.composer);
  const write = useJournal((state) => state.write);
  const unfold = useJournal((state) => state.unfold);
  return (
    <div className={styles.foot}>
      {/* Whoever points at a kind means to write next; whoever steps through the kinds by arrow key does not. */}
      <div onClick={({ detail }) => detail > 0 && focusComposer()} role="presentation">
        <KindChoice kind={captured.kind} onChange={(kind) => write({ ...form, kind, title: withoutKind(captured) })} />
      </div>
      <Button look="quiet" aria-expanded={isUnfolded} onClick={() => unfold(!isUnfolded)}>
        {isUnfolded ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
        {isUnfolded ? 'Less' : 'More'}
      </Button>
      <FootHint />
      <Button look="primary" type="submit" disabled={isSaving || !form.title.trim()}>
        Save
      </Button>
    </div>
  );
}

/** The key that saves; on an empty line the signs that it reads. */
function FootHint() {
  const { form, isUnfolded } = useJournal((state) => state.composer);
  return (
    <span className={styles.hint}>
      {form.title || isUnfolded ? (
        <Keys keys={isUnfolded ? 'Mod+Enter' : 'Enter'} />
      ) : (
        <span className={styles.signs}>@person #tag +project ^criterion</span>
      )}
    </span>
  );
}

/** A kind chosen by hand makes a leading "help" a word like any other. */
function withoutKind(captured: CapturedLine): string {
  const at = captured.tokens.findIndex(({ meaning }) => meaning?.as === 'kind');
  return at < 0 ? captured.tokens.map(({ source }) => source).join('') : keepLiteral(captured, at);
}

/** Escape leaves the form; what is typed stays, as a draft. */
function leaveFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
