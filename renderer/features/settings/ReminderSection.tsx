import { useState } from 'react';
import type { Reminder } from '../../../shared/domain/reminder.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { Field } from '../../ui/Field.tsx';
import { useSettings } from './settings-context.ts';
import styles from './SettingsPage.module.css';
import { SettingsSection } from './SettingsSection.tsx';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When to be reminded, and what of. */
export function ReminderSection() {
  const reminder = useSettings((state) => state.reminder);
  const change = useSettings((state) => state.changeReminder);
  return (
    <SettingsSection title="Reminder" section="reminder">
      {reminder && (
        <>
          <CheckField
            label="Remind me to log something"
            isChecked={reminder.isOn}
            onChange={(isOn) => void change({ isOn })}
          />
          {reminder.isOn && <WhenToRemind reminder={reminder} />}
          <CheckField
            label="Ask two short questions a week"
            isChecked={reminder.asksSignals}
            onChange={(asksSignals) => void change({ asksSignals })}
          />
          <p className={styles.note}>
            Answered with yes, sometimes or not yet, above the journal. The answers stay in the journal, and this page
            lists them.
          </p>
        </>
      )}
    </SettingsSection>
  );
}

function WhenToRemind({ reminder }: { reminder: Reminder }) {
  const change = useSettings((state) => state.changeReminder);
  const toggle = (day: number, isOn: boolean) => {
    const others = reminder.workDays.filter((one) => one !== day);
    void change({ workDays: isOn ? [...others, day].toSorted((a, b) => a - b) : others });
  };
  return (
    <div className={styles.nested}>
      <TimeField key={reminder.time} time={reminder.time} />
      <fieldset>
        <legend className={styles.legend}>On</legend>
        <div className={styles.days}>
          {WEEKDAYS.map((name, index) => (
            <label key={name} className={styles.day} title={name}>
              <input
                type="checkbox"
                className={styles.dayInput}
                aria-label={name}
                checked={reminder.workDays.includes(index + 1)}
                onChange={(event) => toggle(index + 1, event.target.checked)}
              />
              <span aria-hidden>{name.slice(0, 2)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <CheckField
        label="Ask about the criterion with the least evidence"
        isChecked={reminder.asksQuestion}
        onChange={(asksQuestion) => void change({ asksQuestion })}
      />
      <p className={styles.note}>
        Only while Rung runs; not on a day with an entry, and not during leave or another marked period.
      </p>
    </div>
  );
}

/** Saved when the field is left, so that a time half typed is never one. */
function TimeField({ time }: { time: string }) {
  const change = useSettings((state) => state.changeReminder);
  const [typed, setTyped] = useState(time);
  return (
    <Field label="At">
      {(control) => (
        <input
          {...control}
          type="time"
          required
          className={styles.time}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          onBlur={() => (typed ? typed !== time && void change({ time: typed }) : setTyped(time))}
        />
      )}
    </Field>
  );
}
