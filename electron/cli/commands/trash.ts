import { Command } from 'commander';
import type { Request } from '../../../shared/contract/client.ts';
import { RungError } from '../../../shared/contract/errors.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { printJson, printText } from '../output.ts';
import { entryToLine } from '../text.ts';
import { resolveEntry, withJournal, type GlobalOptions } from '../with-journal.ts';

interface RemoveOptions extends GlobalOptions {
  forever?: boolean;
  yes?: boolean;
}

/** `rung rm`: moves entries to the trash, or deletes for good what is in it. */
export function rmCommand(): Command {
  return moveCommand('rm', 'move entries to the trash; "rung restore" brings them back')
    .option('--forever', 'delete entries that are in the trash for good, with every version; shows what would go')
    .option('--yes', 'with --forever: do it; it cannot be undone')
    .addHelpText('after', '\nExamples:\n  rung rm 9f3a1c20\n  rung rm --forever --yes 9f3a1c20')
    .action(async (typed: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RemoveOptions>();
      if (options.yes && !options.forever) throw new RungError('invalid', '--yes goes with --forever only.');
      await (options.forever ? removeForever(typed, options) : move('entries.trash', typed, options));
    });
}

/** `rung restore`: takes entries out of the trash. */
export function restoreCommand(): Command {
  return moveCommand('restore', 'bring entries back from the trash ("rung list --trash" shows them)')
    .addHelpText('after', '\nExample:\n  rung restore 9f3a1c20')
    .action((typed: string[], _: unknown, command: Command) =>
      move('entries.restore', typed, command.optsWithGlobals<GlobalOptions>()),
    );
}

function moveCommand(name: string, description: string): Command {
  return new Command(name).description(description).argument('<entries...>', 'their ids, or parts of them');
}

async function move(method: 'entries.trash' | 'entries.restore', typed: readonly string[], options: GlobalOptions) {
  const entries = await withJournal(options, async (request) => {
    const ids = await resolveAll(request, typed);
    return Promise.all(ids.map((id): Promise<Entry> => request(method, { id })));
  });
  if (options.json) printJson(entries);
  else printText(entries.map(entryToLine).join('\n'));
}

function resolveAll(request: Request, typed: readonly string[]): Promise<string[]> {
  return Promise.all(typed.map((one) => resolveEntry(request, one)));
}

async function removeForever(typed: readonly string[], options: RemoveOptions): Promise<void> {
  await withJournal(options, async (request) => {
    const ids = [...new Set(await resolveAll(request, typed))];
    const backups = (await request('backups.list', {})).length;
    if (!options.yes) return showForever(request, ids, backups, options);
    const done = { ...(await request('entries.purge', { ids })), backups };
    if (options.json) printJson(done);
    else printText(purgedToText(done));
  });
}

async function showForever(request: Request, ids: readonly string[], backups: number, options: GlobalOptions) {
  const entries = await Promise.all(ids.map((id) => request('entries.get', { id })));
  const kept = entries.find(({ trashedAt }) => trashedAt === null);
  if (kept) {
    const id = kept.id.slice(-8);
    throw new RungError('conflict', `Entry ${id} is not in the trash. "rung rm ${id}" moves it there; then it can go.`);
  }
  if (options.json) return printJson({ entries, backups });
  printText(
    [
      ...entries.map(entryToLine),
      `Nothing was deleted. With --yes ${entries.length === 1 ? 'this goes' : 'these go'} for good, with every saved version, evidence and draft; nothing brings it back.`,
      ...backupsToLines(backups),
    ].join('\n'),
  );
}

function purgedToText({ purged, isWiped, backups }: { purged: number; isWiped: boolean; backups: number }): string {
  const lines = [`${purged} ${purged === 1 ? 'entry is' : 'entries are'} deleted for good.`];
  if (!isWiped) {
    lines.push(
      'The bytes are still in the files: another program is reading the journal, or the disk is full. They go with the next entry that is deleted for good.',
    );
  }
  return [...lines, ...backupsToLines(backups)].join('\n');
}

function backupsToLines(backups: number): string[] {
  if (backups === 0) return [];
  return [`${backups} ${backups === 1 ? 'backup' : 'backups'} made before may still hold what went.`];
}
