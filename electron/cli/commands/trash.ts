import { Command } from 'commander';
import type { Entry } from '../../../shared/domain/entry.ts';
import { printJson, printText } from '../output.ts';
import { entryToLine } from '../text.ts';
import { resolveEntry, withJournal, type GlobalOptions } from '../with-journal.ts';

/** `rung rm`: moves entries to the trash. */
export function rmCommand(): Command {
  return moveCommand('rm', 'entries.trash', 'move entries to the trash; "rung restore" brings them back');
}

/** `rung restore`: takes entries out of the trash. */
export function restoreCommand(): Command {
  return moveCommand(
    'restore',
    'entries.restore',
    'bring entries back from the trash ("rung list --trash" shows them)',
  );
}

function moveCommand(name: string, method: 'entries.trash' | 'entries.restore', description: string): Command {
  return new Command(name)
    .description(description)
    .argument('<entries...>', 'their ids, or parts of them')
    .addHelpText('after', `\nExample:\n  rung ${name} 9f3a1c20`)
    .action(async (typed: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const entries = await withJournal(options, async (request) => {
        const ids = await Promise.all(typed.map((one) => resolveEntry(request, one)));
        return Promise.all(ids.map((id): Promise<Entry> => request(method, { id })));
      });
      if (options.json) printJson(entries);
      else printText(entries.map(entryToLine).join('\n'));
    });
}
