import { dayToText } from '../../ui/day-text.ts';
import { useSettings } from './settings-context.ts';
import styles from './SettingsPage.module.css';
import { SettingsSection } from './SettingsSection.tsx';

const ANSWERS = { yes: 'Yes', sometimes: 'Sometimes', 'not-yet': 'Not yet' } as const;

/** What was answered to the weekly questions, newest first. */
export function AnswersSection() {
  const checkIns = useSettings((state) => state.checkIns);
  const rubric = useSettings((state) => state.rubric);
  if (checkIns.length === 0) return null;
  const statementOf = (id: string) => rubric?.signals.find((signal) => signal.id === id)?.statement ?? id;
  return (
    <SettingsSection title="Your answers">
      <table className={styles.answers}>
        <thead className="sr-only">
          <tr>
            <th>Date</th>
            <th>Question</th>
            <th>Answer</th>
          </tr>
        </thead>
        <tbody>
          {checkIns.map(({ signalId, answeredOn, answer }) => (
            <tr key={`${signalId} ${answeredOn}`}>
              <td className={styles.note}>{dayToText(answeredOn)}</td>
              <td>{statementOf(signalId)}</td>
              <td>{ANSWERS[answer]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SettingsSection>
  );
}
