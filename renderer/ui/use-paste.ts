import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { ReplaceText } from './replace-text.ts';

export interface Paste {
  /** An address was pasted; the selected text, if there was any, names it. */
  onPasteLink?: ((url: string, title: string) => void) | undefined;
  /** That paste was undone: the address goes into the line as text. */
  onUndoLink?: ((url: string) => void) | undefined;
  /** More lines than one were pasted, or a text too long for one: the first joins the line, the rest belongs below. */
  onPasteRest: (line: string, rest: string) => void;
}

/** More than this is no line. */
const LONGEST_LINE = 2_000;

interface PasteKeys {
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** Takes the undo of a pasted link. Whether it did. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** Something was typed since. */
  forget: () => void;
}

/** What a paste into the line becomes: a link, a line with notes, or the text it is. */
export function usePaste({ onPasteLink, onUndoLink, onPasteRest }: Paste, replace: ReplaceText): PasteKeys {
  const link = useRef<string | null>(null);
  return {
    forget: () => (link.current = null),
    onKey(event) {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || link.current === null) return false;
      const { selectionStart, selectionEnd } = event.currentTarget;
      const url = link.current;
      onUndoLink?.(url);
      replace(event.currentTarget, selectionStart, selectionEnd, url);
      return true;
    },
    onPaste(event) {
      const raw = event.clipboardData.getData('text');
      const text = raw.trim();
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      if (onPasteLink && isAddress(text)) {
        event.preventDefault();
        onPasteLink(text, value.slice(selectionStart, selectionEnd));
        link.current = text;
        return;
      }
      const [first = '', ...rest] = text.length > LONGEST_LINE && !/[\r\n]/.test(text) ? ['', text] : splitLines(raw);
      if (rest.length === 0) return;
      event.preventDefault();
      onPasteRest(value.slice(0, selectionStart) + first + value.slice(selectionEnd), rest.join('\n'));
    },
  };
}

function splitLines(text: string): string[] {
  return text.replaceAll(/^\s*[\r\n]+|\s+$/g, '').split(/\r\n?|\n/);
}

/** Whether the text is one address and nothing else. */
function isAddress(text: string): boolean {
  return text.length <= 2_000 && /^https?:\/\/[^\s/]+\S*$/i.test(text) && URL.canParse(text);
}
