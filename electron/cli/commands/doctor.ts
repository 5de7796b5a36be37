import { Command } from 'commander';
import { RungError } from '../../../shared/contract/errors.ts';
import type { Salvage } from '../../../shared/domain/journal.ts';
import { printJson, printText } from '../output.ts';
import { findJournal, withJournal, type GlobalOptions } from '../with-journal.ts';

interface DoctorOptions extends GlobalOptions {
  repair?: boolean;
  salvage?: boolean;
  yes?: boolean;
}

const EXAMPLES = `
Examples:
  rung doctor --json
  rung doctor --repair
  rung doctor --salvage         what can be read of a damaged journal
  rung doctor --salvage --yes   makes a new journal of it; the damaged file is kept beside it`;

/** `rung doctor`: checks the journal file; fails when anything is wrong. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check the journal file; without --repair or --salvage nothing is changed')
    .option('--repair', 'make the search index again from the entries, and the files readable by you alone')
    .option('--salvage', 'show what can be read of a damaged journal; with --yes make a new one of it')
    .option('--yes', 'do it')
    .addHelpText('after', EXAMPLES)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<DoctorOptions>();
      await (options.salvage ? salvage(options) : check(options));
    });
}

async function check(options: DoctorOptions): Promise<void> {
  const { path } = findJournal(options);
  const checks = await withJournal(options, (request) =>
    request(options.repair ? 'journal.repair' : 'journal.check', {}),
  );
  if (options.json) printJson({ path, checks });
  else printText([path, ...checks.map(({ isOk, message }) => `  ${isOk ? 'ok' : 'NO'}  ${message}`)].join('\n'));
  const wrong = checks.filter(({ isOk }) => !isOk).map(({ id }) => id);
  if (wrong.length > 0) throw new RungError('storage', wrongToAdvice(wrong));
}

async function salvage(options: DoctorOptions): Promise<void> {
  const found = await withJournal(options, (request) => request('journal.salvage', { isPreview: !options.yes }), {
    isRescue: true,
  });
  if (options.json) printJson({ path: findJournal(options).path, ...found });
  else printText(salvageToLines(found).join('\n'));
}

function salvageToLines({ recovered, of, isAtLeast, fromBackup, older, lostVersions, lost, kept }: Salvage): string[] {
  const lines = [`${recovered} of ${isAtLeast ? 'at least ' : ''}${of} entries recovered`];
  if (fromBackup) lines.push(`and ${fromBackup.entries} more from the backup of ${fromBackup.madeAt}`);
  if (older > 0) lines.push(`${older} of them in an earlier version, because a later one is lost`);
  if (lostVersions > 0) lines.push(`${lostVersions} saved versions are lost`);
  for (const { id, title } of lost) lines.push(`lost: ${id}  ${title ?? '(its title is lost too)'}`);
  lines.push(
    kept
      ? `The damaged file is kept, whole: ${kept}`
      : 'Nothing was changed. Add --yes to make a new journal of it; the damaged file is kept.',
  );
  return lines;
}

/** What to do where nothing written is lost. */
const ADVICE: Readonly<Record<string, string>> = {
  index: 'Nothing written is lost, but search misses some of it. Run "rung doctor --repair".',
  private: 'Others may read the journal. Run "rung doctor --repair".',
  rescued: 'Log that text again with "rung add - < FILE"; the file goes by itself then.',
  backups: 'The journal is whole, but a backup is not. "rung backup make" makes a new one.',
};

/** What to do about the checks that failed, by their ids. */
function wrongToAdvice(wrong: readonly string[]): string {
  if (wrong.every((id) => id === 'place')) return 'Another version of this journal lies beside it. See above.';
  return wrong.every((id) => id in ADVICE)
    ? wrong.map((id) => ADVICE[id]).join(' ')
    : 'The journal is damaged. "rung doctor --salvage" shows what can be read, "rung backup list" what can be put back.';
}
