import { Command } from 'commander';
import type { Backup } from '../../../shared/domain/backup.ts';
import { printJson, printText } from '../output.ts';
import { findJournal, withJournal, type GlobalOptions } from '../with-journal.ts';

interface RestoreOptions extends GlobalOptions {
  yes?: boolean;
}

const EXAMPLES = `
Examples:
  rung backup make
  rung backup list
  rung backup restore journal-2026-11-24T09-00-00-000Z.sqlite         what would change
  rung backup restore journal-2026-11-24T09-00-00-000Z.sqlite --yes   does it

Backups lie in the folder "backups" beside the journal. Each was opened and checked before it got its name. Rung makes one
an hour while it is open and something changes, and keeps 24 hours, 30 days and every month. What a restore replaces is
kept beside the journal.`;

/** `rung backup`: checked copies of the journal. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('make, list and restore checked copies of the journal')
    .addHelpText('after', EXAMPLES)
    .addCommand(new Command('make').description('make a backup now').action(makeBackup))
    .addCommand(new Command('list').description('list the backups, newest first').action(listBackups))
    .addCommand(
      new Command('restore')
        .description('show what a backup would change; with --yes put it in the place of the journal')
        .argument('<name>', 'the name of a backup')
        .option('--yes', 'do it')
        .action(restoreBackup),
    );
}

async function makeBackup(_: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const backup = await withJournal(options, (request) => request('backups.make', {}));
  if (options.json) printJson(backup);
  else printText(backupToLine(backup));
}

async function listBackups(_: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const backups = await withJournal(options, (request) => request('backups.list', {}));
  if (options.json) printJson(backups);
  else printText(backups.length === 0 ? 'No backups yet.' : backups.map(backupToLine).join('\n'));
}

async function restoreBackup(name: string, _: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<RestoreOptions>();
  await (options.yes ? putBack(name, options) : preview(name, options));
}

async function preview(name: string, options: GlobalOptions): Promise<void> {
  const found = await withJournal(options, (request) => request('backups.preview', { name }));
  if (options.json) return printJson(found);
  printText(
    [
      backupToLine(found.backup),
      `  comes back: ${found.onlyInBackup} entries that are not in the journal`,
      `  goes: ${found.onlyInJournal} entries, and changes to ${found.newerInJournal} more, since the backup`,
      'Nothing was changed. Add --yes to put it in the place of the journal; what is there now is kept.',
    ].join('\n'),
  );
}

async function putBack(name: string, options: GlobalOptions): Promise<void> {
  const { replaced } = await withJournal(options, (request) => request('backups.restore', { name }));
  if (options.json) printJson({ path: findJournal(options).path, replaced });
  else printText(`The backup is in place. What was there before is kept: ${replaced}`);
}

function backupToLine({ name, reason, entries, versions }: Backup): string {
  return `${name}  ${entries} entries, ${versions} versions  (${reason})`;
}
