import { Command } from 'commander';
import { RungError } from '../../../shared/contract/errors.ts';
import { printJson, printText } from '../output.ts';
import { findJournal, withJournal, type GlobalOptions } from '../with-journal.ts';

/** `rung doctor`: checks the journal file; fails when anything is wrong. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check the journal file; without --repair nothing is changed')
    .option('--repair', 'make the search index again from the entries')
    .addHelpText('after', '\nExamples:\n  rung doctor --json\n  rung doctor --repair')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { repair?: boolean }>();
      const { path } = findJournal(options);
      const checks = await withJournal(options, (request) =>
        request(options.repair ? 'journal.repair' : 'journal.check', {}),
      );
      if (options.json) printJson({ path, checks });
      else printText([path, ...checks.map(({ isOk, message }) => `  ${isOk ? 'ok' : 'NO'}  ${message}`)].join('\n'));
      const wrong = checks.filter(({ isOk }) => !isOk).map(({ id }) => id);
      if (wrong.length > 0) throw new RungError('storage', wrongToAdvice(wrong));
    });
}

/** What to do about the checks that failed, by their ids. */
function wrongToAdvice(wrong: readonly string[]): string {
  return wrong.every((id) => id === 'index')
    ? 'Nothing written is lost, but search misses some of it. Run "rung doctor --repair".'
    : 'The journal is damaged. Copy the file somewhere safe before anything else, then restore a backup.';
}
