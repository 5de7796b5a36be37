import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { commandGroups, type Command } from './commands.ts';
import styles from './ShortcutSheet.module.css';

const JOURNAL_KEYS: [string, string][] = [
  ['j', 'Next entry'],
  ['k', 'Entry before'],
  ['Enter', 'Open the entry'],
  ['x', 'Select the entry'],
  ['Shift+↓', 'Select on the way'],
  ['Mod+A', 'Select everything in the list'],
  ['e', 'Edit the entry'],
  ['Delete', 'Move the entry to the trash'],
  ['g', 'Go to a date'],
  ['y', 'Show or hide the year'],
  ['Esc', 'Close what is open, or leave the line'],
];

const WRITING_KEYS: [string, string][] = [
  ['Enter', 'Save, from the title line'],
  ['Mod+Enter', 'Save, from any field'],
  ['Backspace', 'Behind a recognised sign: keep it as text'],
  ['Mod+Shift+T', 'Begin the notes from a template'],
  ['Mod+B', 'Bold, in notes'],
  ['Mod+I', 'Italic, in notes'],
  ['Mod+K', 'Link, in notes'],
];

const ENTRY_KEYS: [string, string][] = [
  ['c', 'Choose criteria: type, Enter ticks, s marks strong'],
  ['b', 'In the history: bring the version back'],
];

const CRITERIA_KEYS: [string, string][] = [
  ['j', 'Next criterion'],
  ['k', 'Criterion before'],
  ['a', 'Add an entry as evidence'],
];

interface ShortcutSheetProps {
  commands: readonly Command[];
  isDesktop: boolean;
  isOpen: boolean;
  onClose: () => void;
}

/** Every key there is. */
export function ShortcutSheet({ commands, isDesktop, isOpen, onClose }: ShortcutSheetProps) {
  return (
    <Dialog title="Shortcuts" isOpen={isOpen} onClose={onClose}>
      {/* It has more lines than fit: with the focus here the arrow keys scroll. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section tabIndex={0} aria-label="Every key">
        {commandGroups.map((group) => (
          <KeyGroup
            key={group}
            title={group}
            keys={commands
              .filter((command) => command.group === group)
              .flatMap((command) => commandToKeys(command, isDesktop))}
          />
        ))}
        <KeyGroup title="In the list of entries" keys={JOURNAL_KEYS} />
        <KeyGroup title="With an entry open" keys={ENTRY_KEYS} />
        <KeyGroup title="Among the criteria" keys={CRITERIA_KEYS} />
        <KeyGroup title="While writing" keys={WRITING_KEYS} />
      </section>
    </Dialog>
  );
}

function commandToKeys({ key, menuKeys, title }: Command, isDesktop: boolean): [string, string][] {
  const keys = [key, isDesktop ? menuKeys : undefined].filter((one) => one !== undefined);
  return keys.map((one) => [one, title]);
}

function KeyGroup({ title, keys }: { title: string; keys: readonly [string, string][] }) {
  if (keys.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key} className={styles.line}>
            <dt>{meaning}</dt>
            <dd>
              <Keys keys={key} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
