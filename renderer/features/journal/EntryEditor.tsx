import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SaveForm } from '../../ui/SaveForm.tsx';
import { ConflictLine } from './ConflictLine.tsx';
import { EntryFields } from './EntryFields.tsx';
import styles from './EntryPanel.module.css';
import { useJournal } from './journal-context.ts';
import { KindChoice } from './KindChoice.tsx';
import { TitleLine } from './TitleLine.tsx';

/** The open entry in the same form it was written in. */
export function EntryEditor() {
  const editor = useJournal((state) => state.editor);
  const rewrite = useJournal((state) => state.rewrite);
  const saveEdit = useJournal((state) => state.saveEdit);
  const cancelEdit = useJournal((state) => state.cancelEdit);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), []);
  if (!editor) return null;
  const entry = editor.form;
  return (
    <SaveForm
      ref={form}
      label="Edit entry"
      className={styles.editor}
      onSave={() => void saveEdit()}
      onEscape={() => void cancelEdit()}
    >
      <div>
        <KindChoice kind={entry.kind} onChange={(kind) => rewrite({ ...entry, kind })} />
      </div>
      <TitleLine
        label="Title"
        placeholder="Title"
        value={entry.title}
        error={editor.errors['title']}
        onChange={(title) => rewrite({ ...entry, title })}
        onRest={(title, rest) => rewrite({ ...entry, title, body: entry.body ? `${entry.body}\n${rest}` : rest })}
      />
      <EntryFields form={entry} errors={editor.errors} onChange={rewrite} />
      <EditorFoot />
    </SaveForm>
  );
}

function EditorFoot() {
  const editor = useJournal((state) => state.editor);
  const cancelEdit = useJournal((state) => state.cancelEdit);
  if (!editor) return null;
  const { problem, draftProblem, conflict, isSaving } = editor;
  return (
    <div className={styles.editorFoot}>
      {problem && <Problem text={`Not saved. ${problem}`} />}
      {draftProblem && !problem && <Problem text={`Not kept as a draft yet. ${draftProblem}`} />}
      <ConflictLine />
      <div className={styles.editorActions}>
        <Button look="primary" type="submit" disabled={isSaving || conflict !== null}>
          Save
        </Button>
        <Button look="quiet" onClick={() => void cancelEdit()}>
          Cancel
        </Button>
        <span className={styles.fill} />
        <Keys keys="Mod+Enter" />
      </div>
    </div>
  );
}
