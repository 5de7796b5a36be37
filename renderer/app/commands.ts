import type { Command as MenuCommand } from '../../shared/contract/desktop-contract.ts';
import type { EntryKind } from '../../shared/domain/entry-words.ts';
import type { Api } from '../api/api.ts';
import { focusComposer } from '../features/journal/Composer.tsx';
import { focusFind } from '../features/journal/focus-find.ts';
import { goTo, type Place } from './address.ts';
import type { Stores } from './stores.ts';

export const commandGroups = ['Write', 'Go to', 'Journal', 'Packet', 'Rung'] as const;

const GROUPINGS = ['day', 'week', 'month', 'quarter'] as const;

/** Something the user can do from anywhere. */
export interface Command {
  id: Exclude<MenuCommand, 'capture.begin' | 'typing.save'> | OtherCommand;
  group: (typeof commandGroups)[number];
  title: string;
  /** Further words under which the palette finds it. */
  also?: string;
  /** The keys on the page: a single one where it is not typed into a field, one with `Mod` anywhere. */
  key?: string;
  /** The keys of the desktop window's menu, which hears them itself. */
  menuKeys?: string;
  run: () => void;
}

type OtherCommand =
  | `entry.${EntryKind}`
  | 'capture.open'
  | 'trash.open'
  | 'go.review'
  | `grouping.${(typeof GROUPINGS)[number]}`
  | 'year.show'
  | 'packet.copy'
  | 'journal.check'
  | 'journal.reveal'
  | 'shortcuts.show';

interface CommandDeps {
  stores: Stores;
  api: Api;
  showShortcuts: () => void;
  openPalette: () => void;
}

/** Every command as data: the menu sends their ids, the page hears their keys, palette and sheet list them. */
export function createCommands(deps: CommandDeps): Command[] {
  return [...writing(deps), ...going(), ...inJournal(deps), ...withPacket(deps), ...ofRung(deps)];
}

function writing({ stores, api }: CommandDeps): Command[] {
  const begin = (kind: EntryKind) => () => {
    const { composer, write } = stores.journal.getState();
    write({ ...composer.form, kind });
    writeEntry();
  };
  const { desktop } = api;
  return [
    { id: 'entry.new', group: 'Write', title: 'Write an entry', key: 'n', menuKeys: 'Mod+N', run: writeEntry },
    { id: 'entry.win', group: 'Write', title: 'Write a win', also: 'new log shipped', run: begin('win') },
    { id: 'entry.help', group: 'Write', title: 'Write down help you gave', also: 'new log', run: begin('help') },
    { id: 'entry.design', group: 'Write', title: 'Write a design', also: 'new log decision', run: begin('design') },
    ...(desktop
      ? [
          {
            id: 'capture.open' as const,
            group: 'Write' as const,
            title: 'Open quick capture',
            also: 'log line',
            run: () => void desktop.openCapture(),
          },
        ]
      : []),
  ];
}

function going(): Command[] {
  return [
    { id: 'go.journal', group: 'Go to', title: 'Go to the journal', key: '1', menuKeys: 'Mod+1', run: go('journal') },
    {
      id: 'go.criteria',
      group: 'Go to',
      title: 'Go to the criteria',
      key: '2',
      menuKeys: 'Mod+2',
      run: go('criteria'),
    },
    {
      id: 'go.review',
      group: 'Go to',
      title: 'Review suggested criteria',
      also: 'queue map evidence confirm',
      run: go('review'),
    },
    { id: 'go.packet', group: 'Go to', title: 'Go to the packet', key: '3', menuKeys: 'Mod+3', run: go('packet') },
    {
      id: 'go.settings',
      group: 'Go to',
      title: 'Go to the settings',
      also: 'preferences reminder quick capture key tray about version',
      key: 'Mod+,',
      run: go('settings'),
    },
  ];
}

function inJournal({ stores }: CommandDeps): Command[] {
  const journal = () => stores.journal.getState();
  const openTrash = () => {
    goTo({ place: 'journal', id: null });
    void journal().setFilter({ isTrash: true });
  };
  const showYear = () => {
    goTo({ place: 'journal', id: null });
    void journal().showYear(Number(journal().today.slice(0, 4)));
  };
  return [
    {
      id: 'find.open',
      group: 'Journal',
      title: 'Find in the journal',
      also: 'search',
      key: '/',
      menuKeys: 'Mod+F',
      run: openFind,
    },
    ...GROUPINGS.map((grouping) => ({
      id: `grouping.${grouping}` as const,
      group: 'Journal' as const,
      title: `Group the entries by ${grouping}`,
      run: () => {
        goTo({ place: 'journal', id: null });
        journal().setGrouping(grouping);
      },
    })),
    {
      id: 'year.show',
      group: 'Journal',
      title: 'Show the year',
      also: 'heat map calendar',
      run: showYear,
    },
    { id: 'trash.open', group: 'Journal', title: 'Look into the trash', also: 'deleted', run: openTrash },
  ];
}

function withPacket({ stores }: CommandDeps): Command[] {
  return [
    {
      id: 'packet.export',
      group: 'Packet',
      title: 'Save the packet as Markdown',
      also: 'export file',
      menuKeys: 'Mod+Shift+E',
      run: () => void withFreshPacket(stores, 'saveAsFile'),
    },
    {
      id: 'packet.copy',
      group: 'Packet',
      title: 'Copy the packet',
      also: 'export markdown clipboard',
      run: () => void withFreshPacket(stores, 'copy'),
    },
  ];
}

function ofRung({ stores, api, showShortcuts, openPalette }: CommandDeps): Command[] {
  const { revealJournal } = api;
  const check = () => {
    goTo({ place: 'settings', id: null });
    void stores.settings.getState().check();
  };
  return [
    {
      id: 'palette.open',
      group: 'Rung',
      title: 'Do anything',
      also: 'command palette',
      key: 'Mod+K',
      run: openPalette,
    },
    {
      id: 'shortcuts.show',
      group: 'Rung',
      title: 'Show the shortcuts',
      also: 'keys help',
      key: '?',
      run: showShortcuts,
    },
    ...(revealJournal
      ? [
          {
            id: 'journal.reveal' as const,
            group: 'Rung' as const,
            title: 'Show the journal file',
            also: 'reveal folder',
            run: () => void revealJournal(),
          },
        ]
      : []),
    { id: 'journal.check', group: 'Rung', title: 'Check the journal', also: 'doctor integrity repair', run: check },
  ];
}

function go(place: Place): () => void {
  return () => goTo({ place, id: null });
}

/** Leads to the line where an entry begins. */
export function writeEntry(): void {
  // At once where the journal is in sight, so that no key is lost; else when it has been drawn.
  focusComposer();
  goTo({ place: 'journal', id: null });
  requestAnimationFrame(focusComposer);
}

function openFind(): void {
  focusFind();
  goTo({ place: 'journal', id: null });
  requestAnimationFrame(() => void focusFind());
}

/** Where the palette leads besides commands. */
export function paletteWays({ journal }: Stores): { openEntry: (id: string) => void; find: (query: string) => void } {
  return {
    openEntry: (id) => goTo({ place: 'journal', id }),
    find: (query) => {
      openFind();
      void journal.getState().setQuery(query);
    },
  };
}

async function withFreshPacket(stores: Stores, act: 'saveAsFile' | 'copy'): Promise<void> {
  goTo({ place: 'packet', id: null });
  await stores.packet.getState().refresh();
  await stores.packet.getState()[act]();
}
