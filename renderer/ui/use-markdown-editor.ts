import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { createMarkdownEditor, EditorWords, MarkdownEditor } from './markdown-editor.ts';
import { readNonce } from './page-nonce.ts';

/** What can be done with the field from outside. */
export interface FieldHandle {
  focus: () => void;
  /** Writes this text as if it were typed, with the caret at `caret`. */
  replace: (text: string, caret: number) => void;
}

let createEditor: typeof createMarkdownEditor | null = null;

async function loadEditor(): Promise<void> {
  createEditor ??= (await import('./markdown-editor.ts')).createMarkdownEditor;
}

interface FieldState {
  /** The plain field, for as long as it is there. */
  plain: RefObject<HTMLTextAreaElement | null>;
  value: string;
  words: EditorWords;
  onChange: (value: string) => void;
  ref: Ref<FieldHandle> | undefined;
}

interface RichField {
  /** Where the editor stands. */
  place: RefObject<HTMLDivElement | null>;
  isRich: boolean;
  /** Puts the focus into the editor. */
  focus: () => void;
}

/** Puts the editor in the place of a plain field once it is loaded: text, caret and focus are carried over. */
export function useMarkdownEditor({ plain, value, words, onChange, ref }: FieldState): RichField {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<MarkdownEditor | null>(null);
  const selection = useRef(AT_THE_START);
  /** What the editor holds: a value that came from it is not given back to it. */
  const written = useRef(value);
  const [isRich, setRich] = useState(() => createEditor !== null && readNonce() !== null);
  const newest = useRef({ value, words, onChange });
  useLayoutEffect(() => {
    newest.current = { value, words, onChange };
  });

  useEffect(() => {
    const field = plain.current;
    // Without a nonce the policy would refuse the editor's styles; the plain field does all that is needed.
    if (isRich || !field || readNonce() === null) return;
    return onceLoaded(field, () => {
      selection.current = readSelection(field);
      // At once, so that no key falls between the two.
      flushSync(() => setRich(true));
    });
  }, [isRich, plain]);

  useLayoutEffect(() => {
    const nonce = readNonce();
    if (!isRich || !place.current || !createEditor || nonce === null) return;
    const { value: text, words: first } = newest.current;
    const made = createEditor({
      parent: place.current,
      text,
      selection: selection.current,
      words: first,
      nonce,
      onChange: (next) => {
        written.current = next;
        newest.current.onChange(next);
      },
    });
    selection.current = AT_THE_START;
    written.current = text;
    editor.current = made;
    return () => {
      editor.current = null;
      made.destroy();
    };
  }, [isRich]);

  useLayoutEffect(() => {
    if (value !== written.current) editor.current?.setText(value);
  }, [value]);
  const { placeholder, labelledBy, describedBy, isInvalid } = words;
  useLayoutEffect(
    () => editor.current?.setWords({ placeholder, labelledBy, describedBy, isInvalid }),
    [placeholder, labelledBy, describedBy, isInvalid],
  );

  useImperativeHandle(ref, () => createHandle(editor, plain, onChange));
  return { place, isRich, focus: () => editor.current?.focus() };
}

function createHandle(
  editor: RefObject<MarkdownEditor | null>,
  plain: RefObject<HTMLTextAreaElement | null>,
  onChange: (value: string) => void,
): FieldHandle {
  const focus = () => (editor.current ?? plain.current)?.focus();
  return {
    focus,
    replace(text, caret) {
      if (editor.current) editor.current.setText(text, caret);
      else {
        flushSync(() => onChange(text));
        plain.current?.setSelectionRange(caret, caret);
      }
      focus();
    },
  };
}

const AT_THE_START = { from: 0, to: 0, hasFocus: false };

function readSelection(field: HTMLTextAreaElement | null) {
  if (!field) return AT_THE_START;
  const { selectionStart: from, selectionEnd: to } = field;
  return { from, to, hasFocus: document.activeElement === field };
}

/** Calls back once the editor is loaded and nothing is being composed in the field, which a swap would tear apart. */
function onceLoaded(field: HTMLTextAreaElement, act: () => void): () => void {
  const stop = new AbortController();
  let isComposing = false;
  let isLoaded = false;
  const tryNow = () => {
    if (!isLoaded || isComposing || stop.signal.aborted) return;
    stop.abort();
    act();
  };
  const onComposition = ({ type }: Event) => {
    isComposing = type === 'compositionstart';
    // The field takes the composed text after this event.
    if (!isComposing) setTimeout(tryNow);
  };
  field.addEventListener('compositionstart', onComposition, { signal: stop.signal });
  field.addEventListener('compositionend', onComposition, { signal: stop.signal });
  const begin = async () => {
    await loadEditor();
    isLoaded = true;
    tryNow();
  };
  // Where the file cannot be had the plain field stays.
  begin().catch(() => {});
  return () => stop.abort();
}
