import { Command } from 'commander';
import type { Request } from '../../../shared/contract/client.ts';
import { RungError } from '../../../shared/contract/errors.ts';
import type { Entry, EntryDraft } from '../../../shared/domain/entry.ts';
import { collect, optionsToFields, withEntryOptions } from '../entry-options.ts';
import { lineToEntryDraft, type LineOptions } from '../line-to-entry-draft.ts';
import { printJson, printText } from '../output.ts';
import { rescuedToInput } from '../rescued-to-input.ts';
import { readJsonInput } from '../read-input.ts';
import { entryToLine } from '../text.ts';
import { withNewJournal, type GlobalOptions } from '../with-journal.ts';

interface AddOptions extends GlobalOptions, LineOptions {
  newJournal?: boolean;
}

const EXAMPLES = `
Examples:
  rung add "helped @maria untangle the flaky auth tests #platform +checkout ^mentoring ~45m yesterday"
  rung add "Cut checkout p99" --metric "p99: 420 -> 180 ms (Grafana)" --person "Ana:witness" --link https://git.example.com/pr/12
  rung add "Paired on the flaky auth tests" --kind help --person Maria --minutes 45 --can-now "reads the traces alone"
  rung add "Chose outbox over dual writes" --kind design --outcome accepted --criterion architecture!
  rung add --json - < entries.jsonl
  rung add - < "$HOME/Rung rescue/rescued-….json"    what a full disk had kept out of the journal

In the line: @person #tag +project ^criterion ~45m, a date, a leading win/help/design, "!" at the end for the next 1:1.
A backslash before a sign keeps it as text; so does --literal.

Standard input: one object, an array, or one object a line, with the field names that "rung show --json" prints.
All of it is added, or none. "!" behind a criterion marks the evidence as strong.`;

/** `rung add`: logs one entry from options, or any number from standard input. */
export function addCommand(): Command {
  return withEntryOptions(new Command('add'))
    .description('log a win, help given or a design; "-" reads JSON from standard input')
    .argument('<line>', 'what happened, in one line; or "-"')
    .option('--criterion <id[!]>', 'what it is evidence for; may be repeated', collect)
    .option('--literal', 'take the line as it is: no signs, no dates')
    .option('--new-journal', 'start a new journal even though one was here before')
    .addHelpText('after', EXAMPLES)
    .action(async (title: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      await (title === '-' ? addFromInput(options) : addFromOptions(title, options));
    });
}

async function addFromOptions(line: string, options: AddOptions): Promise<void> {
  const entry = await withNewJournal(options, async (request) => {
    return request('entries.create', await lineToEntryDraft(request, line, options));
  });
  printAdded([entry], true, options);
}

async function addFromInput(options: AddOptions): Promise<void> {
  if (options.criterion || Object.keys(optionsToFields(options)).length > 0) {
    throw new RungError('invalid', 'With "-" every field comes from standard input; leave the other options out.');
  }
  const { values, isOne } = rescuedToInput(await readJsonInput());
  const entries = await withNewJournal(options, (request) => createAll(request, values as EntryDraft[], isOne));
  printAdded(entries, isOne, options);
}

async function createAll(request: Request, drafts: EntryDraft[], isOne: boolean): Promise<Entry[]> {
  return isOne ? [await request('entries.create', drafts[0]!)] : request('entries.createMany', drafts);
}

function printAdded(entries: readonly Entry[], isOne: boolean, { json }: GlobalOptions): void {
  if (json) printJson(isOne ? entries[0] : entries);
  else printText(entries.map(entryToLine).join('\n'));
}
