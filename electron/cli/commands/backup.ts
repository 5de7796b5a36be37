import { Command } from 'commander';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';
import type { SecondPlace } from '../../../shared/domain/backup.ts';
import { backupFolder, chooseBackupPlace, forgetBackupPlace } from '../../files/backup-place.ts';
import { encryptFile, ENCRYPTED_ENDING } from '../../files/encrypted-file.ts';
import { backupToLine } from '../backup-line.ts';
import { assertFree } from '../out-file.ts';
import { printJson, printText } from '../output.ts';
import { PASSPHRASE_FD, readNewPassphrase, type PassphraseOptions } from '../read-passphrase.ts';
import { findJournal, withJournal, type GlobalOptions } from '../with-journal.ts';
import { backupRestoreCommand } from './backup-restore.ts';
import { decryptCommand } from './decrypt.ts';

interface MakeOptions extends GlobalOptions, PassphraseOptions {
  encrypt?: boolean;
  out?: string;
  force?: boolean;
}

interface PlaceOptions extends GlobalOptions {
  none?: boolean;
}

const EXAMPLES = `
Examples:
  rung backup make
  rung backup make --encrypt --out /media/stick/journal.rung
  rung backup list
  rung backup place /media/stick
  rung backup restore journal-2026-11-24T09-00-00-000Z.sqlite         what would change
  rung backup restore journal-2026-11-24T09-00-00-000Z.sqlite --yes   does it
  rung backup restore /media/stick/journal.rung --yes

Backups lie in the folder "backups" beside the journal. Each was opened and checked before it got its name. Rung makes one
an hour while it is open and something changes, and keeps 24 hours, 30 days and every month. What a restore replaces is
kept beside the journal. A passphrase that is lost cannot be replaced: the file stays closed for good.`;

/** `rung backup`: checked copies of the journal. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('make, list and restore checked copies of the journal')
    .addHelpText('after', EXAMPLES)
    .addCommand(
      new Command('make')
        .description('make a backup now')
        .option('--encrypt', 'also write it to a file of its own, encrypted with a passphrase')
        .option('--out <file>', 'where to write the encrypted one (default: named after the backup, in this folder)')
        .option('--force', 'replace the file if it is there')
        .option(...PASSPHRASE_FD)
        .action(makeBackup),
    )
    .addCommand(new Command('list').description('list the backups, newest first').action(listBackups))
    .addCommand(
      new Command('place')
        .description('show or choose a second place where every backup is copied to')
        .argument('[folder]', 'a folder on another disk or stick')
        .option('--none', 'no second place any more; the copies there stay')
        .action(usePlace),
    )
    .addCommand(backupRestoreCommand())
    .addCommand(decryptCommand());
}

async function makeBackup(_: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<MakeOptions>();
  if (!options.encrypt && options.out !== undefined) {
    throw new RungError('invalid', '--out is for --encrypt; a plain backup lies beside the journal');
  }
  if (options.out !== undefined) assertFree(options.out, options.force);
  const passphrase = options.encrypt ? await readNewPassphrase(options) : null;
  const backup = await withJournal(options, (request) => request('backups.make', {}));
  const path = passphrase === null ? null : resolve(options.out ?? `${backup.name}${ENCRYPTED_ENDING}`);
  if (path !== null) await encryptFile(`${backupFolder(findJournal(options).path)}/${backup.name}`, path, passphrase!);
  if (options.json) printJson(path === null ? backup : { ...backup, encrypted: path });
  else printText(`${backupToLine(backup)}${path === null ? '' : `\nEncrypted: ${path}`}`);
}

async function listBackups(_: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const backups = await withJournal(options, (request) => request('backups.list', {}));
  if (options.json) printJson(backups);
  else printText(backups.length === 0 ? 'No backups yet.' : backups.map(backupToLine).join('\n'));
}

async function usePlace(folder: string | undefined, _: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<PlaceOptions>();
  const { path } = findJournal(options);
  if (options.none) forgetBackupPlace(path);
  else if (folder !== undefined) choose(path, folder);
  const { place } = await withJournal(options, (request) =>
    request(folder === undefined ? 'backups.place' : 'backups.catchUp', {}),
  );
  if (options.json) printJson({ place });
  else printText(placeToText(place));
}

function choose(journal: string, folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new RungError('not-found', `There is no folder ${folder}. Nothing was changed.`);
  }
  chooseBackupPlace(journal, resolve(folder));
}

function placeToText(place: SecondPlace | null): string {
  if (!place) return 'There is no second place. Backups lie beside the journal only.';
  const { folder, isThere, copies, missing, problem } = place;
  if (!isThere) return `${folder}\n  not there now; ${missing} backups are copied when it is back`;
  const waiting = missing > 0 ? `, ${missing} still to be copied` : '';
  return `${folder}\n  ${copies} copies${waiting}, as readable as the journal${problem ? `\n  ${problem}` : ''}`;
}
