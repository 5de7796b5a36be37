import { Command, Option } from 'commander';
import type { Input } from '../../../shared/contract/contract.ts';
import { entryKinds, type EntryKind } from '../../../shared/domain/entry-words.ts';
import { printJson, printText } from '../output.ts';
import { listPages, readLimit } from '../pages.ts';
import { entryToLine } from '../text.ts';
import { withJournal, type GlobalOptions } from '../with-journal.ts';

interface ListOptions extends GlobalOptions {
  kind?: EntryKind;
  tag?: string;
  project?: string;
  person?: string;
  criterion?: string;
  from?: string;
  to?: string;
  trash?: boolean;
  limit: string;
  all?: boolean;
}

/** `rung list`: entries, newest first. */
export function listCommand(): Command {
  return new Command('list')
    .description('list entries, newest first')
    .addOption(new Option('--kind <kind>').choices(entryKinds))
    .option('--tag <name>')
    .option('--project <name>')
    .option('--person <name>')
    .option('--criterion <id>', 'only confirmed evidence for it')
    .option('--from <date>', 'from this day on, YYYY-MM-DD')
    .option('--to <date>', 'up to this day')
    .option('--trash', 'what is in the trash')
    .option('--limit <n>', 'at most so many', '50')
    .option('--all', 'without a limit')
    .addHelpText('after', '\nExample:\n  rung list --kind design --from 2026-01-01 --json')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const entries = await withJournal(options, (request) =>
        listPages((page) => request('entries.list', { ...optionsToQuery(options), ...page }), readLimit(options)),
      );
      if (options.json) printJson(entries);
      else printText(entries.length === 0 ? 'No entries.' : entries.map(entryToLine).join('\n'));
    });
}

function optionsToQuery({
  kind,
  tag,
  project,
  person,
  criterion,
  from,
  to,
  trash,
}: ListOptions): Input<'entries.list'> {
  return { kind, tag, project, person, criterionId: criterion, from, to, trashed: trash };
}
