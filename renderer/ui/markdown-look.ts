import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the page's own type and colours, with the measures of the plain field it takes the place of. */
export const look = [
  EditorView.theme({
    '&': {
      border: '1px solid var(--line-field)',
      borderRadius: 'var(--radius)',
      background: 'var(--paper-raised)',
    },
    '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
    '.cm-scroller': { maxHeight: '480px', overflow: 'auto', fontFamily: 'inherit', lineHeight: '1.5rem' },
    '.cm-content': { padding: '3px 0', minHeight: 'var(--editor-height, 30px)', caretColor: 'var(--ink)' },
    '.cm-line': { padding: '0 8px' },
    '.cm-placeholder': { color: 'var(--ink-faint)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.heading, fontWeight: 'var(--bold)' },
      { tag: tags.strong, fontWeight: 'var(--bold)' },
      { tag: tags.emphasis, fontStyle: 'italic' },
      { tag: tags.strikethrough, textDecoration: 'line-through' },
      { tag: tags.link, color: 'var(--accent)' },
      { tag: tags.monospace, fontFamily: 'var(--font-mono)', fontSize: '0.875em' },
      { tag: tags.quote, color: 'var(--ink-quiet)' },
      // The signs of Markdown itself step back behind the words.
      { tag: [tags.processingInstruction, tags.url, tags.contentSeparator], color: 'var(--ink-faint)' },
    ]),
  ),
];
