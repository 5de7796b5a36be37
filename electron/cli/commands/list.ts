import { Command, Option } from 'commander';
import type { Input } from '../../../shared/contract/contract.ts';
import type { Request } from '../../../shared/contract/client.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { entryKinds, type EntryKind } from '../../../shared/domain/entry-words.ts';
import { RungError } from '../../../shared/contract/errors.ts';
import { printJson, printText } from '../output.ts';
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

const PAGE = 500;

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
        listUpTo(request, optionsToQuery(options), readLimit(options)),
      );
      if (options.json) printJson(entries);
      else printText(entries.length === 0 ? 'No entries.' : entries.map(entryToLine).join('\n'));
    });
}

async function listUpTo(request: Request, query: Input<'entries.list'>, limit: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  let before: number | null | undefined;
  while (entries.length < limit && before !== null) {
    const size = Math.min(PAGE, limit - entries.length);
    // Each page begins where the one before ended.
    const page = await request('entries.list', { ...query, limit: size, ...(before === undefined ? {} : { before }) });
    entries.push(...page.entries);
    before = page.nextBefore;
  }
  return entries;
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

function readLimit({ limit, all }: ListOptions): number {
  if (all) return Infinity;
  if (/^[1-9]\d{0,6}$/.test(limit)) return Number(limit);
  throw new RungError('invalid', `--limit "${limit}" is not a whole number from 1 on; --all lists everything`);
}
