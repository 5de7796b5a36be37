import { Check, Copy } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import { copyText } from '../../api/browser-files.ts';
import { Button } from '../../ui/Button.tsx';
import { compareVersions, type FieldChange } from './compare-versions.ts';
import styles from './ConflictChoice.module.css';
import type { EntryForm } from './entry-form.ts';
import { formToVersion } from './find-theirs.ts';
import { useJournal } from './journal-context.ts';
import { SideText } from './SideText.tsx';
import { fieldToText, isEmptyField } from './version-fields.ts';

/** While two versions are put together: what the other one says differently, ready to be taken or copied. */
export function TheirsBeside() {
  const editor = useJournal((state) => state.editor);
  return editor?.beside ? <Beside form={editor.form} theirs={editor.beside} /> : null;
}

function Beside({ form, theirs }: { form: EntryForm; theirs: Entry }) {
  const today = useJournal((state) => state.today);
  const changes = useMemo(() => compareVersions(formToVersion(form, today), theirs), [form, today, theirs]);
  const section = useRef<HTMLElement>(null);
  // The dialog that led here is gone, and the focus with it.
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} tabIndex={-1} className={styles.beside} aria-label="The other version">
      <h3 className={styles.besideHead}>
        {changes.length === 0 ? 'The form says the same as the other version.' : 'The other version says'}
      </h3>
      {changes.map((change) => (
        <BesideField key={change.name} change={change} />
      ))}
    </section>
  );
}

function BesideField({ change: { name, label, before, after } }: { change: FieldChange }) {
  const takeTheirs = useJournal((state) => state.takeTheirs);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await copyText(fieldToText(after));
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className={styles.besideField}>
      <div className={styles.besideLabel}>
        <span className={styles.label}>{label}</span>
        {!isEmptyField(after) && (
          <Button look="quiet" aria-label={`Copy ${label}`} onClick={() => void copy()}>
            {isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            {isCopied ? 'Copied' : 'Copy'}
          </Button>
        )}
        <Button look="quiet" aria-label={`Take ${label}`} onClick={() => takeTheirs(name, label)}>
          Take
        </Button>
      </div>
      <SideText field={after} other={before} />
    </div>
  );
}
