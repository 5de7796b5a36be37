import type { Entry } from '../../shared/domain/entry.ts';
import type { EntryKind } from '../../shared/domain/entry-words.ts';
import type { SavedFilter } from '../../shared/domain/saved-filter.ts';
import { dayToText } from '../ui/day-text.ts';
import type { Command } from './commands.ts';
import { findCommands, rememberCommand } from './palette-matches.ts';

/** One line of the palette. */
export interface PaletteRow {
  id: string;
  group: string;
  title: string;
  /** Said at the end of the line, quietly. */
  note?: string;
  keys?: string | undefined;
  kind?: EntryKind;
  run: () => void;
}

/** How the palette leads on to what it found. */
export interface PaletteWays {
  openEntry: (id: string) => void;
  find: (query: string) => void;
}

interface Sources {
  commands: readonly Command[];
  filters: readonly SavedFilter[];
  entries: readonly Entry[];
  recent: readonly string[];
  isDesktop: boolean;
}

/** Everything the query leads to, group by group: commands, saved filters, entries, the whole search. */
export function toPaletteRows(query: string, sources: Sources, ways: PaletteWays): PaletteRow[] {
  const { commands, filters, entries, recent, isDesktop } = sources;
  const words = query.trim().toLowerCase();
  const isRecent = ({ id }: Command) => words === '' && recent.includes(id);
  const matching = findCommands(
    commands.filter(({ id }) => id !== 'palette.open'),
    query,
    recent,
  );
  return [
    ...matching.map((command) => commandToRow(command, isDesktop, isRecent(command) ? 'Recent' : 'Commands')),
    ...filters
      .filter(({ name }) => name.toLowerCase().includes(words))
      .map(({ name, query: kept }): PaletteRow => ({
        id: `filter ${name}`,
        group: 'Saved filters',
        title: name,
        note: kept,
        run: () => ways.find(kept),
      })),
    ...entries.map(({ id, title, kind, occurredOn }): PaletteRow => ({
      id: `entry ${id}`,
      group: 'Entries, newest first',
      title,
      kind,
      note: dayToText(occurredOn),
      run: () => ways.openEntry(id),
    })),
    ...(words
      ? [
          {
            id: 'find',
            group: 'Find',
            title: `Find “${query.trim()}” in the journal`,
            run: () => ways.find(query.trim()),
          },
        ]
      : []),
  ];
}

function commandToRow({ id, title, key, menuKeys, run }: Command, isDesktop: boolean, group: string): PaletteRow {
  return {
    id,
    group,
    title,
    keys: isDesktop ? (menuKeys ?? key) : key,
    run: () => {
      rememberCommand(id);
      run();
    },
  };
}
