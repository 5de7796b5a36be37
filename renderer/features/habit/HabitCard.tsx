import { Bell, X } from 'lucide-react';
import { useStore } from 'zustand';
import type { CheckIn, Signal } from '../../../shared/domain/check-in.ts';
import type { DueReminder } from '../../../shared/domain/reminder.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import styles from './HabitCard.module.css';
import type { HabitStore } from './habit-store.ts';
import { SIGNAL_ANSWERS } from './signal-answers.ts';

interface HabitCardProps {
  store: HabitStore;
  /** Leads to the line where an entry begins. */
  onLog: () => void;
}

/** The day's reminder and the week's questions, one line each, above the journal. Nothing when there is nothing to ask. */
export function HabitCard({ store, onLog }: HabitCardProps) {
  const due = useStore(store, (state) => state.due);
  const [signal, ...later] = useStore(store, (state) => state.signals);
  return (
    // Always there, so that what comes into it is read out.
    <section className={styles.card} aria-label="Reminder and questions" aria-live="polite">
      {due && <ReminderLine store={store} due={due} onLog={onLog} />}
      {signal && <SignalLine key={signal.id} store={store} signal={signal} isLast={later.length === 0} />}
    </section>
  );
}

function ReminderLine({ store, due, onLog }: HabitCardProps & { due: DueReminder }) {
  const { snooze, leaveForToday } = store.getState();
  return (
    <div className={styles.line}>
      <p className={styles.words}>
        <Bell size={16} aria-hidden className={styles.icon} />
        <span>{due.text}</span>
      </p>
      <div className={styles.acts}>
        <Button onClick={onLog}>Log it</Button>
        <Button look="quiet" onClick={() => void snooze()}>
          In an hour
        </Button>
        <Button look="quiet" onClick={() => void leaveForToday()}>
          Not today
        </Button>
      </div>
    </div>
  );
}

interface SignalLineProps {
  store: HabitStore;
  signal: Signal;
  isLast: boolean;
}

function SignalLine({ store, signal, isLast }: SignalLineProps) {
  const { answer, leaveForThisWeek } = store.getState();
  const give = (one: CheckIn['answer']) => void answer(signal, one);
  return (
    <div className={styles.line}>
      <p className={styles.words}>
        <span className={styles.when}>{isLast ? 'This week' : 'This week, 1 of 2'}</span>
        <span>{signal.statement}</span>
      </p>
      <div className={styles.acts}>
        {SIGNAL_ANSWERS.map(({ value, label }) => (
          <Button key={value} onClick={() => give(value)}>
            {label}
          </Button>
        ))}
        <IconButton label="Not this week" onClick={leaveForThisWeek}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
