import { Command } from 'commander';
import { printJson, printText } from '../output.ts';
import { listPages, readLimit } from '../pages.ts';
import { entryToLine } from '../text.ts';
import { withJournal, type GlobalOptions } from '../with-journal.ts';

interface FindOptions extends GlobalOptions {
  limit: string;
  all?: boolean;
}

const EXAMPLES = `
Examples:
  rung find outbox
  rung find "auth tests" kind:help since:2026-07
  rung find 'person:"Maria Keller" no:result -draft'

All words must occur, in any part of an entry; "words in quotes" stand together; -word must not occur.
Filters: kind: tag: project: person: criterion: since: until: on: (2026, 2026-Q3, 2026-07, 2026-07-14)
  is:doing|done|private|shareable|sealed|raised   no:|has: result, criterion, witness, link
Sealed entries are found with is:sealed only.`;

/** `rung find`: full-text search with filters, newest first. */
export function findCommand(): Command {
  return new Command('find')
    .description('search everything written, with filters, newest first')
    .argument('<query...>', 'words and filters')
    .option('--limit <n>', 'at most so many', '50')
    .option('--all', 'without a limit')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<FindOptions>();
      const query = words.map(keepTogether).join(' ');
      const entries = await withJournal(options, (request) =>
        listPages((page) => request('find.entries', { query, ...page }), readLimit(options)),
      );
      if (options.json) printJson(entries);
      else printText(entries.length === 0 ? 'Nothing found.' : entries.map(entryToLine).join('\n'));
    });
}

/** The shell took the quotes of "two words" away; they mean the same here. */
function keepTogether(word: string): string {
  return /\s/.test(word) && !/["“]|\w:/.test(word) ? `"${word}"` : word;
}
