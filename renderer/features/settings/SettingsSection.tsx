import { useId, type ReactNode } from 'react';
import { Problem } from '../../ui/Problem.tsx';
import { useSettings } from './settings-context.ts';
import type { Section } from './settings-store.ts';
import styles from './SettingsPage.module.css';

interface SettingsSectionProps {
  title: string;
  /** The section whose saving is confirmed, and whose problems are told, here. */
  section?: Section;
  children: ReactNode;
}

/** One subject of the settings, with its name beside it. */
export function SettingsSection({ title, section, children }: SettingsSectionProps) {
  const id = useId();
  const isSaved = useSettings((state) => section !== undefined && state.savedIn === section);
  const problem = useSettings((state) => (section ? state.problems[section] : undefined));
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <output className={styles.saved}>{isSaved ? 'Saved' : ''}</output>
      </div>
      <div className={styles.controls}>
        {children}
        {problem && <Problem text={problem} />}
      </div>
    </section>
  );
}
