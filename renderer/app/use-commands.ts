import { useEffect } from 'react';
import type { Api } from '../api/api.ts';
import type { Command } from './commands.ts';

/** Runs commands from the window's menu and from single keys on the page. */
export function useCommands(commands: readonly Command[], api: Api): void {
  useEffect(() => {
    api.onCommand((id) => commands.find((command) => command.id === id)?.run());
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const command = commands.find((one) => one.key === event.key);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands, api]);
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
