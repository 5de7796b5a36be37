import { useEffect, useRef } from 'react';
import { MarkdownField } from '../../ui/MarkdownField.tsx';
import type { FieldHandle } from '../../ui/use-markdown-editor.ts';
import type { FieldsProps } from './fields-props.ts';
import styles from './NotesField.module.css';
import { TEMPLATES, templateCaret } from './templates.ts';

/** The story of an entry; an empty one can begin with the headings of its kind. */
export function NotesField({ form, errors, onChange }: FieldsProps) {
  const handle = useRef<FieldHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const isEmpty = form.body.trim() === '';
  const begin = () => {
    const template = TEMPLATES[form.kind];
    handle.current?.replace(template, templateCaret(template));
  };
  useTemplateKey(box, () => isEmpty && begin());
  return (
    <div ref={box}>
      <MarkdownField
        ref={handle}
        label="Notes"
        placeholder="Context, how it went, what you learned. Markdown."
        isTall
        value={form.body}
        error={errors['body']}
        aside={
          isEmpty && (
            <button type="button" className={styles.begin} aria-keyshortcuts="Control+Shift+T" onClick={begin}>
              Start from a template
            </button>
          )
        }
        onChange={(body) => onChange({ ...form, body })}
      />
    </div>
  );
}

/** Mod+Shift+T anywhere in the form that these notes belong to. */
function useTemplateKey(box: React.RefObject<HTMLDivElement | null>, onKey: () => void): void {
  const newest = useRef(onKey);
  useEffect(() => {
    newest.current = onKey;
  });
  useEffect(() => {
    const form = box.current?.closest('form');
    const onKeyDown = (event: KeyboardEvent) => {
      const isKey = event.key.toLowerCase() === 't' && event.shiftKey && (event.ctrlKey || event.metaKey);
      if (!isKey) return;
      event.preventDefault();
      newest.current();
    };
    form?.addEventListener('keydown', onKeyDown);
    return () => form?.removeEventListener('keydown', onKeyDown);
  }, [box]);
}
