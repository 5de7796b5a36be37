import { Command } from 'commander';
import { RungError } from '../../../shared/contract/errors.ts';
import { entryToContent } from '../../../shared/domain/entry-content.ts';
import type { EntryContentInput } from '../../../shared/domain/entry.ts';
import { optionsToFields, withEntryOptions, type EntryOptions } from '../entry-options.ts';
import { printJson, printText } from '../output.ts';
import { readJsonInput } from '../read-input.ts';
import { entryToText } from '../text.ts';
import { resolveEntry, withJournal, type GlobalOptions } from '../with-journal.ts';

interface EditOptions extends GlobalOptions, EntryOptions {
  title?: string;
}

const EXAMPLES = `
Examples:
  rung edit 9f3a1c20 --result "Abandoned carts fell by 3 %" --status done
  echo '{"result": "…"}' | rung edit 9f3a1c20 -

What is named replaces what was there; everything else stays. The version before stays in the history.`;

/** `rung edit`: changes the named fields of an entry. */
export function editCommand(): Command {
  return withEntryOptions(new Command('edit'))
    .description('change an entry; "-" reads the fields to change as JSON from standard input')
    .argument('<entry>', 'its id, or a part of it')
    .argument('[input]', '"-" for standard input')
    .option('--title <title>')
    .addHelpText('after', EXAMPLES)
    .action(async (typed: string, input: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<EditOptions>();
      const changes = await readChanges(input, options);
      const entry = await withJournal(options, async (request) => {
        const before = await request('entries.get', { id: await resolveEntry(request, typed) });
        const content = { ...entryToContent(before), ...changes } as EntryContentInput;
        return request('entries.update', { id: before.id, baseRevision: before.revision, content });
      });
      if (options.json) printJson(entry);
      else printText(entryToText(entry));
    });
}

async function readChanges(input: string | undefined, options: EditOptions): Promise<object> {
  const { title } = options;
  const named = { ...optionsToFields(options), ...(title === undefined ? {} : { title }) };
  const changes = input === '-' ? { ...named, ...(await readOneObject()) } : named;
  if (Object.keys(changes).length > 0) return changes;
  throw new RungError('invalid', 'Nothing to change was named. "rung edit --help" lists the options.');
}

async function readOneObject(): Promise<object> {
  const { values, isOne } = await readJsonInput();
  if (isOne && typeof values[0] === 'object' && values[0] !== null) return values[0];
  throw new RungError('invalid', 'Standard input must hold one JSON object with the fields to change.');
}
