import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { markdownKeymap, markdownLanguage, pasteURLAsLink } from '@codemirror/lang-markdown';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { markdownMarks } from './markdown-keys.ts';
import { look } from './markdown-look.ts';

export interface EditorWords {
  /** What the text is an answer to. */
  placeholder: string;
  /** The ids of the elements that name and describe the editor. */
  labelledBy: string;
  describedBy: string | undefined;
  isInvalid: boolean;
}

interface EditorStart {
  parent: HTMLElement;
  text: string;
  /** Where the caret stood, and whether the focus was there. */
  selection: { from: number; to: number; hasFocus: boolean };
  words: EditorWords;
  nonce: string;
  onChange: (text: string) => void;
}

/** An editor on the page. */
export interface MarkdownEditor {
  /** Takes a text that came from elsewhere, with the caret at `caret` where one is given; undo takes it back. */
  setText: (text: string, caret?: number) => void;
  setWords: (words: EditorWords) => void;
  focus: () => void;
  destroy: () => void;
}

/** Puts a Markdown editor into the parent. Tab leaves it; Mod+Enter is left to the form around it. */
export function createMarkdownEditor({ parent, text, selection, words, nonce, onChange }: EditorStart): MarkdownEditor {
  const changing = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        changing.of(wordsToExtensions(words)),
        history(),
        readMarkdown(text.length),
        pasteURLAsLink,
        Prec.high(keymap.of([...markdownKeymap, ...markdownMarks])),
        keymap.of([...historyKeymap, ...standardKeymap]),
        EditorView.lineWrapping,
        look,
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString());
        }),
      ],
    }),
  });
  const length = view.state.doc.length;
  view.dispatch({ selection: { anchor: Math.min(selection.from, length), head: Math.min(selection.to, length) } });
  if (selection.hasFocus) view.focus();
  return {
    setText: (next, caret) => setText(view, next, caret),
    setWords: (next) => view.dispatch({ effects: changing.reconfigure(wordsToExtensions(next)) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function setText(view: EditorView, text: string, caret: number | undefined): void {
  const { doc } = view.state;
  const insert = view.state.toText(text);
  const head = Math.min(caret ?? view.state.selection.main.head, insert.length);
  if (!insert.eq(doc)) view.dispatch({ changes: { from: 0, to: doc.length, insert }, selection: { anchor: head } });
  else if (caret !== undefined) view.dispatch({ selection: { anchor: head }, scrollIntoView: true });
}

/** From this length on, in characters, a text is shown as it is: one paragraph of a long log is read anew at every key. */
const TOO_LONG = 100_000;

/** Markdown is told apart from plain words for as long as the text is short enough to do it while typing. */
function readMarkdown(length: number) {
  const reading = new Compartment();
  return [
    reading.of(isTooLong(length) ? [] : markdownLanguage),
    EditorState.transactionExtender.of(({ startState, newDoc }) => {
      const isPlain = isTooLong(newDoc.length);
      if (isPlain === isTooLong(startState.doc.length)) return null;
      return { effects: reading.reconfigure(isPlain ? [] : markdownLanguage) };
    }),
  ];
}

function isTooLong(length: number): boolean {
  return length > TOO_LONG;
}

function wordsToExtensions({ placeholder: prompt, labelledBy, describedBy, isInvalid }: EditorWords) {
  return [
    placeholder(prompt),
    EditorView.contentAttributes.of({
      'aria-labelledby': labelledBy,
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
  ];
}
