import { useEffect } from 'react';
import type { Api } from '../api/api.ts';
import type { Command } from './commands.ts';
import { isTyping } from '../ui/is-typing.ts';

/** Runs commands from the window's menu and from keys on the page. */
export function useCommands(commands: readonly Command[], api: Api, onSaveTyping: () => void): void {
  useEffect(() => {
    api.onCommand((id) =>
      id === 'typing.save' ? onSaveTyping() : commands.find((command) => command.id === id)?.run(),
    );
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const pressed = eventToKeys(event);
      const command = pressed && commands.find((one) => one.key === pressed);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands, api, onSaveTyping]);
}

/** The keys as commands name them; undefined where a single key is being typed. */
function eventToKeys({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): string | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return `Mod+${key.toUpperCase()}`;
  return isTyping(target) ? undefined : key;
}
