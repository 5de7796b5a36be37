import { Command } from 'commander';
import { printJson, printText } from '../output.ts';
import { entryToText } from '../text.ts';
import { resolveEntry, withJournal, type GlobalOptions } from '../with-journal.ts';

/** `rung show`: one entry, or all its saved versions. */
export function showCommand(): Command {
  return new Command('show')
    .description('show an entry')
    .argument('<entry>', 'its id, or a part of it')
    .option('--history', 'every saved version, newest first')
    .addHelpText('after', '\nExample:\n  rung show 9f3a1c20 --history')
    .action(async (typed: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { history?: boolean }>();
      await (options.history ? showHistory(typed, options) : showEntry(typed, options));
    });
}

async function showEntry(typed: string, options: GlobalOptions): Promise<void> {
  const entry = await withJournal(options, async (request) =>
    request('entries.get', { id: await resolveEntry(request, typed) }),
  );
  if (options.json) printJson(entry);
  else printText(entryToText(entry));
}

async function showHistory(typed: string, options: GlobalOptions): Promise<void> {
  const revisions = await withJournal(options, async (request) =>
    request('entries.history', { id: await resolveEntry(request, typed) }),
  );
  if (options.json) return printJson(revisions);
  printText(
    revisions
      .map(({ number, savedAt, isCurrent, content }) =>
        [
          `version ${number}, saved ${savedAt}${isCurrent ? ', current' : ''}`,
          `  ${content.title}`,
          ...indent(content.body),
        ].join('\n'),
      )
      .join('\n'),
  );
}

function indent(text: string): string[] {
  return text === '' ? [] : text.split('\n').map((line) => `  ${line}`);
}
