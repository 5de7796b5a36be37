import type { Command as MenuCommand } from '../../shared/contract/desktop-contract.ts';
import type { Api } from '../api/api.ts';
import { focusComposer } from '../features/journal/Composer.tsx';
import { goTo, type Place } from './address.ts';
import type { Stores } from './stores.ts';

/** Something the user can do from anywhere. */
export interface Command {
  id: MenuCommand | 'shortcuts.show' | 'journal.reveal';
  title: string;
  /** The key on the page, where it is not typed into a field. */
  key?: string;
  /** The keys of the desktop window's menu, which hears them itself. */
  menuKeys?: string;
  run: () => void;
}

interface CommandDeps {
  stores: Stores;
  api: Api;
  showShortcuts: () => void;
}

/** Every command as data: the menu sends their ids, the page hears their keys, the sheet lists them. */
export function createCommands({ stores, api, showShortcuts }: CommandDeps): Command[] {
  const { revealJournal } = api;
  return [
    { id: 'entry.new', title: 'Write an entry', key: 'n', menuKeys: 'Mod+N', run: writeEntry },
    { id: 'go.journal', title: 'Go to the journal', key: '1', menuKeys: 'Mod+1', run: go('journal') },
    { id: 'go.criteria', title: 'Go to the criteria', key: '2', menuKeys: 'Mod+2', run: go('criteria') },
    { id: 'go.packet', title: 'Go to the packet', key: '3', menuKeys: 'Mod+3', run: go('packet') },
    {
      id: 'packet.export',
      title: 'Save the packet as Markdown',
      menuKeys: 'Mod+Shift+E',
      run: () => void exportPacket(stores),
    },
    { id: 'shortcuts.show', title: 'Show the shortcuts', key: '?', run: showShortcuts },
    ...(revealJournal
      ? [{ id: 'journal.reveal' as const, title: 'Show the journal file', run: () => void revealJournal() }]
      : []),
  ];
}

function go(place: Place): () => void {
  return () => goTo({ place, id: null });
}

function writeEntry(): void {
  // At once where the journal is in sight, so that no key is lost; else when it has been drawn.
  focusComposer();
  goTo({ place: 'journal', id: null });
  requestAnimationFrame(focusComposer);
}

async function exportPacket(stores: Stores): Promise<void> {
  goTo({ place: 'packet', id: null });
  await stores.packet.getState().refresh();
  await stores.packet.getState().saveAsFile();
}
