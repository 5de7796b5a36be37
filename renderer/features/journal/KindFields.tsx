import { SelectField, TextField } from '../../ui/Field.tsx';
import { MarkdownField } from '../../ui/MarkdownField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { EntryForm } from './entry-form.ts';
import type { FieldsProps } from './fields-props.ts';
import styles from './EntryFields.module.css';
import {
  DESIGN_ROLE_WORDS,
  FORM_WORDS,
  INITIATIVE_WORDS,
  MODE_WORDS,
  OUTCOME_WORDS,
  WIN_ROLE_WORDS,
  wordsToChoices,
} from './words.ts';

/** The fields that only this kind has. */
export function KindFields(props: FieldsProps) {
  switch (props.form.kind) {
    case 'win':
      return <WinFields {...props} />;
    case 'help':
      return <HelpFields {...props} />;
    case 'design':
      return <DesignFields {...props} />;
  }
}

const WIN_ROLES = wordsToChoices(WIN_ROLE_WORDS);

function WinFields({ form, errors, onChange }: FieldsProps) {
  const change = (part: Partial<EntryForm['win']>) => onChange({ ...form, win: { ...form.win, ...part } });
  return (
    <div className={styles.line}>
      <Segmented label="My part" choices={WIN_ROLES} value={form.win.role} onChange={(role) => change({ role })} />

      <TextField
        label="Who had been stuck"
        className={styles.who}
        placeholder="the mobile team"
        value={form.win.who}
        error={errors['unblocked.who']}
        onChange={(who) => change({ who })}
      />
      <TextField
        label="For how long"
        className={styles.who}
        placeholder="three weeks"
        value={form.win.howLong}
        error={errors['unblocked.howLong']}
        onChange={(howLong) => change({ howLong })}
      />
    </div>
  );
}

const MODES = [{ value: '', label: 'not said' }, ...wordsToChoices(MODE_WORDS)];
const INITIATIVES = wordsToChoices(INITIATIVE_WORDS);

function HelpFields({ form, errors, onChange, saidMinutes }: FieldsProps) {
  const change = (part: Partial<EntryForm['help']>) => onChange({ ...form, help: { ...form.help, ...part } });
  return (
    <>
      <MarkdownField
        label="What they can do now without you"
        placeholder="Finds the failing call in a trace."
        value={form.help.canNow}
        error={errors['canNow']}
        onChange={(canNow) => change({ canNow })}
      />
      <div className={styles.line}>
        <SelectField label="How" choices={MODES} value={form.help.mode} onChange={(mode) => change({ mode })} />
        <TextField
          label="Time"
          className={styles.who}
          placeholder={saidMinutes ? `${saidMinutes}, from the line` : '45m or 1h30m'}
          value={form.help.minutes}
          error={errors['minutes']}
          onChange={(minutes) => change({ minutes })}
        />
        <Segmented
          label="Whose idea"
          choices={INITIATIVES}
          value={form.help.initiative}
          onChange={(initiative) => change({ initiative })}
        />
      </div>
    </>
  );
}

const FORMS = wordsToChoices(FORM_WORDS);
const DESIGN_ROLES = wordsToChoices(DESIGN_ROLE_WORDS);
const OUTCOMES = wordsToChoices(OUTCOME_WORDS);

function DesignFields({ form, errors, onChange }: FieldsProps) {
  const change = (part: Partial<EntryForm['design']>) => onChange({ ...form, design: { ...form.design, ...part } });
  return (
    <>
      <MarkdownField
        label="Over what, and why"
        placeholder="The alternatives, and what decided."
        value={form.design.alternatives}
        error={errors['alternatives']}
        onChange={(alternatives) => change({ alternatives })}
      />
      <div className={styles.pair}>
        <SelectField
          label="Form"
          choices={FORMS}
          value={form.design.form}
          onChange={(value) => change({ form: value })}
        />
        <Segmented
          label="My part"
          choices={DESIGN_ROLES}
          value={form.design.role}
          onChange={(role) => change({ role })}
        />
        <SelectField
          label="Outcome"
          choices={OUTCOMES}
          value={form.design.outcome}
          onChange={(outcome) => change({ outcome })}
        />
        <TextField
          label="Look back on"
          type="date"
          value={form.design.lookBackOn}
          error={errors['lookBackOn']}
          onChange={(lookBackOn) => change({ lookBackOn })}
        />
      </div>
    </>
  );
}
