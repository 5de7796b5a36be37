import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';
import { decryptFile, ENCRYPTED_ENDING } from '../../files/encrypted-file.ts';
import { assertFree } from '../out-file.ts';
import { printJson, printText } from '../output.ts';
import { PASSPHRASE_FD, readPassphrase, type PassphraseOptions } from '../read-passphrase.ts';
import type { GlobalOptions } from '../with-journal.ts';

interface DecryptOptions extends GlobalOptions, PassphraseOptions {
  out?: string;
  force?: boolean;
}

const EXAMPLES = `
Examples:
  rung decrypt packet-2026.md.rung --out packet.md
  rung decrypt journal.sqlite.rung --out journal.sqlite --passphrase-fd 4 4< passphrase.txt

The file appears only when every byte of it was vouched for. How the format is laid out is in CONTRIBUTING.md.`;

/** `rung decrypt`, also `rung backup decrypt`: an encrypted file as what it was before. */
export function decryptCommand(): Command {
  return new Command('decrypt')
    .description('decrypt a backup or packet that Rung encrypted')
    .argument('<file>', 'the encrypted file')
    .option('--out <file>', 'where to write it (default: its name without .rung, in this folder)')
    .option('--force', 'replace the file if it is there')
    .option(...PASSPHRASE_FD)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DecryptOptions>();
      const out = resolve(options.out ?? toPlainName(file));
      if (!existsSync(file)) throw new RungError('not-found', `There is no file ${file}.`);
      assertFree(out, options.force);
      await decryptFile(file, out, await readPassphrase(options));
      if (options.json) printJson({ path: out });
      else printText(`Wrote ${out}. It is not encrypted any more.`);
    });
}

function toPlainName(file: string): string {
  const name = basename(file);
  return name.endsWith(ENCRYPTED_ENDING) ? name.slice(0, -ENCRYPTED_ENDING.length) : `${name}.decrypted`;
}
