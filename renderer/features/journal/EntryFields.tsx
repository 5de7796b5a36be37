import type { EntryStatus, Visibility } from '../../../shared/domain/entry-words.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { MarkdownField } from '../../ui/MarkdownField.tsx';
import { NamesField } from '../../ui/NamesField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { EntryForm } from './entry-form.ts';
import styles from './EntryFields.module.css';
import { findError, type FieldsProps } from './fields-props.ts';
import { useJournal } from './journal-context.ts';
import { KindFields } from './KindFields.tsx';
import { NotesField } from './NotesField.tsx';
import { RowFields } from './RowFields.tsx';
import { PROMPTS, STATUS_WORDS, VISIBILITY_WORDS, wordsToChoices } from './words.ts';

/** Everything an entry can say beyond its title: what most entries have first. */
export function EntryFields({ form, errors, onChange, saidMinutes = '' }: FieldsProps) {
  const change = (part: Partial<EntryForm>) => onChange({ ...form, ...part });
  return (
    <div className={styles.fields}>
      <MarkdownField
        label="Result"
        placeholder={PROMPTS[form.kind].result}
        value={form.result}
        error={errors['result']}
        onChange={(result) => change({ result })}
      />
      <KindFields form={form} errors={errors} onChange={onChange} saidMinutes={saidMinutes} />
      <NotesField form={form} errors={errors} onChange={onChange} />
      <RowFields form={form} errors={errors} onChange={onChange} />
      <div className={styles.pair}>
        <NamesField
          label="Projects"
          placeholder="checkout"
          value={form.projects}
          error={findError(errors, 'projects')}
          onChange={(projects) => change({ projects })}
        />
        <NamesField
          label="Tags"
          placeholder="platform, reliability"
          value={form.tags}
          error={findError(errors, 'tags')}
          onChange={(tags) => change({ tags })}
        />
      </div>
      <StateFields form={form} errors={errors} onChange={onChange} />
    </div>
  );
}

const STATUSES = wordsToChoices<EntryStatus>(STATUS_WORDS);
const VISIBILITIES = (['private', 'shareable', 'sealed'] as const satisfies readonly Visibility[]).map((value) => ({
  value,
  label: VISIBILITY_WORDS[value].label,
}));

function StateFields({ form, errors, onChange }: FieldsProps) {
  const today = useJournal((state) => state.today);
  return (
    <>
      <div className={styles.line}>
        <TextField
          label="Day"
          type="date"
          className={styles.day}
          value={form.occurredOn || today}
          error={errors['occurredOn']}
          onChange={(occurredOn) => onChange({ ...form, occurredOn })}
        />
        <Segmented
          label="Status"
          choices={STATUSES}
          value={form.status}
          onChange={(status) => onChange({ ...form, status })}
        />
        <div>
          <Segmented
            label="Who may read it"
            choices={VISIBILITIES}
            value={form.visibility}
            onChange={(visibility) => onChange({ ...form, visibility })}
          />
          <p className={styles.meaning}>{VISIBILITY_WORDS[form.visibility].meaning}</p>
        </div>
      </div>
      <CheckField
        label="Raise at the next 1:1"
        isChecked={form.raiseAtNextMeeting}
        onChange={(raiseAtNextMeeting) => onChange({ ...form, raiseAtNextMeeting })}
      />
    </>
  );
}
