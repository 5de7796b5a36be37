import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SaveForm } from '../../ui/SaveForm.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { PeriodForm } from './calendar.ts';
import { useJournal } from './journal-context.ts';
import styles from './PeriodDialog.module.css';
import { PERIOD_WORDS } from './PeriodLine.tsx';
import { wordsToChoices } from './words.ts';

const KINDS = wordsToChoices(PERIOD_WORDS);

/** A stretch of days that explains a thin quarter: added, changed or taken away. */
export function PeriodDialog({ form }: { form: PeriodForm }) {
  const editPeriod = useJournal((state) => state.editPeriod);
  return (
    <Dialog title={form.mark.id ? 'Period' : 'Mark a period'} isOpen onClose={() => editPeriod(null)}>
      <Fields form={form} />
    </Dialog>
  );
}

function Fields({ form }: { form: PeriodForm }) {
  const editPeriod = useJournal((state) => state.editPeriod);
  const savePeriod = useJournal((state) => state.savePeriod);
  const removePeriod = useJournal((state) => state.removePeriod);
  const { mark, errors, problem } = form;
  const change = (part: Partial<PeriodForm['mark']>) => editPeriod({ ...mark, ...part });
  const hasFieldError = Boolean(errors['from'] ?? errors['to'] ?? errors['note']);
  const { id } = mark;
  return (
    <SaveForm label="Period" className={styles.form} onSave={() => void savePeriod()} onEscape={() => editPeriod(null)}>
      <Segmented label="What it is" choices={KINDS} value={mark.kind} onChange={(kind) => change({ kind })} />
      <div className={styles.days}>
        <TextField
          label="From"
          type="date"
          value={mark.from}
          error={errors['from']}
          onChange={(from) => change({ from })}
        />
        <TextField label="To" type="date" value={mark.to} error={errors['to']} onChange={(to) => change({ to })} />
      </div>
      <TextField
        label="Note"
        placeholder="for example: parental leave"
        value={mark.note ?? ''}
        error={errors['note']}
        onChange={(note) => change({ note })}
      />
      <p className={styles.hint}>Shown in the list and on the year. Reminders pause in it.</p>
      {problem && !hasFieldError && <Problem text={`Not saved. ${problem}`} />}
      <div className={styles.actions}>
        {id && (
          <Button look="danger" onClick={() => void removePeriod({ ...mark, id, note: mark.note ?? '' })}>
            Remove
          </Button>
        )}
        <span className={styles.fill} />
        <Button onClick={() => editPeriod(null)}>Cancel</Button>
        <Button look="primary" type="submit">
          Save
        </Button>
      </div>
    </SaveForm>
  );
}
