/** What was pressed, as a global key; `problem` says why it cannot be one. Null while only held-down keys are pressed. */
export type PressedKey = { key: string } | { problem: string } | null;

interface Pressed {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Names of keys in the system's list where they differ from those of the page. */
const NAMES: Record<string, string> = {
  Space: 'Space',
  Enter: 'Return',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Equal: '=',
  Backquote: '`',
  Minus: '-',
};

/** The keys by their place on the keyboard, so that a held-down Alt or Shift does not change their name. */
export function eventToKey(event: Pressed, isMac: boolean): PressedKey {
  const { code } = event;
  if (/^(?:Control|Meta|Alt|Shift|OS)(?:Left|Right)$/.test(code)) return null;
  const name = NAMES[code] ?? /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code)?.slice(1).find(Boolean);
  if (!name) return { problem: 'That key cannot be heard in other programs. Press another one.' };
  const isHeld = event.ctrlKey || event.metaKey || event.altKey;
  if (!isHeld && !/^F\d/.test(name)) {
    return { problem: `Hold ${isMac ? 'Command, Control or Option' : 'Ctrl or Alt'} with it: alone it is for typing.` };
  }
  const held = [
    (isMac ? event.metaKey : event.ctrlKey) && 'CommandOrControl',
    isMac ? event.ctrlKey && 'Control' : event.metaKey && 'Super',
    event.altKey && 'Alt',
    (event.shiftKey || !isHeld) && 'Shift',
  ];
  return { key: [...held.filter((one) => one !== false), name].join('+') };
}

/** A global key as the page writes keys: `Mod+Shift+Space`. */
export function keyToText(key: string): string {
  return key.replace('CommandOrControl', 'Mod');
}
