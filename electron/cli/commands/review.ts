import { Command } from 'commander';
import type { ReviewedEntry } from '../../../shared/domain/review.ts';
import { printJson, printText } from '../output.ts';
import { entryToLine } from '../text.ts';
import { withJournal, type GlobalOptions } from '../with-journal.ts';

interface ReviewOptions extends GlobalOptions {
  limit: string;
}

const EXAMPLES = `
Nothing is confirmed by itself.

Examples:
  rung review --limit 5
  rung evidence 8b472c85 teaching              confirms a suggestion
  rung evidence 8b472c85 teaching --dismiss    takes it out of the list`;

/** `rung review`: what is suggested and not decided, with the reasons. */
export function reviewCommand(): Command {
  return new Command('review')
    .description('list entries with suggested criteria that nobody has decided about')
    .option('--limit <n>', 'at most so many entries', '20')
    .addHelpText('after', EXAMPLES)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReviewOptions>();
      const { list, left } = await withJournal(options, async (request) => ({
        list: await request('review.list', { limit: Number(options.limit) }),
        left: await request('review.count', {}),
      }));
      if (options.json) printJson(list);
      else printText(list.items.length === 0 ? 'Nothing is left to decide.' : reviewToText(list.items, left.entries));
    });
}

function reviewToText(items: readonly ReviewedEntry[], left: number): string {
  const texts = items.map(({ entry, suggestions }) =>
    [
      entryToLine(entry),
      ...suggestions.map(({ criterionId, reasons }) => `    ${criterionId}?  ${reasons.join('. ')}.`),
    ].join('\n'),
  );
  const more = left > items.length ? [`${left - items.length} more entries have suggestions.`] : [];
  return [...texts, ...more].join('\n');
}
