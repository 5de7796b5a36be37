import { Command } from 'commander';
import { existsSync } from 'node:fs';
import type { Request } from '../../../shared/contract/client.ts';
import type { BackupPreview } from '../../../shared/domain/backup.ts';
import { bringFile, inWords } from '../../files/arriving-file.ts';
import { isEncryptedFile } from '../../files/encrypted-file.ts';
import { backupToLine } from '../backup-line.ts';
import { printJson, printText } from '../output.ts';
import { PASSPHRASE_FD, readPassphrase, type PassphraseOptions } from '../read-passphrase.ts';
import { findJournal, withJournal, type GlobalOptions } from '../with-journal.ts';

interface RestoreOptions extends GlobalOptions, PassphraseOptions {
  yes?: boolean;
}

/** `rung backup restore`: shows what a backup would change, and with `--yes` does it. */
export function backupRestoreCommand(): Command {
  return new Command('restore')
    .description('show what a backup would change; with --yes put it in the place of the journal')
    .argument('<backup>', 'the name of a backup, or a file: a copy of a journal, encrypted or not')
    .option('--yes', 'do it')
    .option(...PASSPHRASE_FD)
    .action(async (backup: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RestoreOptions>();
      const passphrase = (await needsPassphrase(backup)) ? await readPassphrase(options) : null;
      await withJournal(options, async (request) => {
        const name = existsSync(backup) ? await takeIn(backup, passphrase, options, request) : backup;
        await (options.yes ? putBack(name, options, request) : preview(name, options, request));
      });
    });
}

async function needsPassphrase(backup: string): Promise<boolean> {
  return existsSync(backup) && (await inWords(() => isEncryptedFile(backup)));
}

/** Lays the file among the backups, where it is checked; it stays there as one of them. Its name. */
async function takeIn(
  file: string,
  passphrase: string | null,
  options: RestoreOptions,
  request: Request,
): Promise<string> {
  const check = (arrival: string) => request('backups.takeIn', { arrival });
  return (await bringFile(findJournal(options).path, file, passphrase ?? '', check)).name;
}

async function preview(name: string, options: GlobalOptions, request: Request): Promise<void> {
  const found = await request('backups.preview', { name });
  if (options.json) return printJson(found);
  printText(
    [
      backupToLine(found.backup),
      ...changesToLines(found.changes),
      'Nothing was changed. Add --yes to put it in the place of the journal; what is there now is kept.',
    ].join('\n'),
  );
}

function changesToLines(changes: BackupPreview['changes']): string[] {
  if (!changes) return ['  The journal itself cannot be read, so nothing can be said about what would change.'];
  const { onlyInBackup, onlyInJournal, newerInJournal } = changes;
  return [
    `  comes back: ${onlyInBackup} entries that are not in the journal`,
    `  goes: ${onlyInJournal} entries, and changes to ${newerInJournal} more, since the backup`,
  ];
}

async function putBack(name: string, options: GlobalOptions, request: Request): Promise<void> {
  const { path } = findJournal(options);
  const wasThere = existsSync(path);
  const { replaced } = await request('backups.restore', { name });
  if (options.json) printJson({ path, replaced });
  else printText(`The backup is in place.${wasThere ? ` What was there before is kept: ${replaced}` : ''}`);
}
