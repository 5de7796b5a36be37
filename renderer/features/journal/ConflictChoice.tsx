import { useMemo, useState } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { instantToAge, instantToTimeText } from '../../ui/instant-text.ts';
import { compareVersions, type FieldChange } from './compare-versions.ts';
import styles from './ConflictChoice.module.css';
import type { EntryForm } from './entry-form.ts';
import { formToVersion } from './find-theirs.ts';
import { useJournal } from './journal-context.ts';
import { SideText } from './SideText.tsx';
import { contentToFields, isEmptyField } from './version-fields.ts';

/** Two versions of one entry side by side, and the choice between them. */
export function ConflictChoice() {
  const editor = useJournal((state) => state.editor);
  const [hidden, setHidden] = useState<Entry | null>(null);
  const theirs = editor?.conflict ?? null;
  return (
    <Dialog
      title="Changed here and elsewhere"
      isWide
      isOpen={theirs !== null && theirs !== hidden}
      onClose={() => setHidden(theirs)}
    >
      {editor && theirs && <Choice form={editor.form} theirs={theirs} />}
    </Dialog>
  );
}

function Choice({ form, theirs }: { form: EntryForm; theirs: Entry }) {
  const today = useJournal((state) => state.today);
  const mine = useMemo(() => formToVersion(form, today), [form, today]);
  const changes = useMemo(() => compareVersions(theirs, mine), [theirs, mine]);
  const different = new Set(changes.map(({ name }) => name));
  const same = contentToFields(theirs).filter((field) => !different.has(field.name) && !isEmptyField(field));
  return (
    <>
      <div className={styles.sides} aria-hidden>
        <p>Yours, not saved yet</p>
        <p>
          The other, saved {instantToAge(theirs.updatedAt)} ({instantToTimeText(theirs.updatedAt)})
        </p>
      </div>
      {changes.length === 0 && <p>Both say the same.</p>}
      {changes.map((change) => (
        <Difference key={change.name} change={change} />
      ))}
      {same.length > 0 && changes.length > 0 && (
        <p className={styles.same}>The same in both: {same.map(({ label }) => label.toLowerCase()).join(', ')}.</p>
      )}
      <Choices />
    </>
  );
}

function Difference({ change: { label, before, after } }: { change: FieldChange }) {
  return (
    <section className={styles.difference} aria-label={label}>
      <h3 className={styles.label}>{label}</h3>
      <div className={styles.side}>
        <p className={styles.sideName}>Yours</p>
        <SideText field={after} other={before} />
      </div>
      <div className={styles.side}>
        <p className={styles.sideName}>The other</p>
        <SideText field={before} other={after} />
      </div>
    </section>
  );
}

function Choices() {
  const letMineStand = useJournal((state) => state.letMineStand);
  const letTheirsStand = useJournal((state) => state.letTheirsStand);
  const putTogether = useJournal((state) => state.putTogether);
  return (
    <div className={styles.choices}>
      <Button onClick={() => void letMineStand()}>Keep mine</Button>
      <Button onClick={() => void letTheirsStand()}>Keep the other</Button>
      <Button onClick={() => void putTogether()}>Put together by hand</Button>
      <p className={styles.kept}>Both stay in the history, whichever you choose.</p>
    </div>
  );
}
