import { Command, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';
import { audiences, type Audience, type PacketExport } from '../../../shared/domain/packet.ts';
import { writeFileDurable } from '../../files/durable-file.ts';
import { writeEncrypted } from '../../files/encrypted-file.ts';
import { assertFree } from '../out-file.ts';
import { printDocument, printJson, printNote, printText } from '../output.ts';
import { PASSPHRASE_FD, readNewPassphrase, type PassphraseOptions } from '../read-passphrase.ts';
import { withJournal, type GlobalOptions } from '../with-journal.ts';

interface ExportOptions extends GlobalOptions, PassphraseOptions {
  audience: Audience;
  from?: string;
  to?: string;
  case?: string;
  caseFile?: string;
  out?: string;
  force?: boolean;
  encrypt?: boolean;
}

const EXAMPLES = `
Examples:
  rung export --audience manager --from 2026-01-01 --to 2026-06-30 --out packet.md
  rung export --audience self | less
  rung export --encrypt --out packet.md.rung      "rung decrypt" opens it again

manager and committee hold shareable entries only, with people by their role; self also holds private ones.
Sealed entries are never exported.`;

/** `rung export`: the packet, to a file or to standard output. */
export function exportCommand(): Command {
  return new Command('export')
    .description('export a packet')
    .addOption(new Option('--audience <who>', 'for whom').choices(audiences).default('manager'))
    .option('--from <date>', 'from this day on, YYYY-MM-DD')
    .option('--to <date>', 'up to this day')
    .addOption(new Option('--format <format>').choices(['md']).default('md'))
    .option('--case <markdown>', 'the case in your words (default: the one written in the app)')
    .option('--case-file <file>', 'the same, from a file')
    .option('--out <file>', 'where to write it (default: standard output)')
    .option('--force', 'replace the file if it is there')
    .option('--encrypt', 'encrypt the file with a passphrase')
    .option(...PASSPHRASE_FD)
    .addHelpText('after', EXAMPLES)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      if (options.encrypt && options.out === undefined) {
        throw new RungError('invalid', '--encrypt writes a file: name it with --out, such as --out packet.md.rung');
      }
      if (options.out !== undefined) assertFree(options.out, options.force);
      const passphrase = options.encrypt ? await readNewPassphrase(options) : null;
      const { audience, from, to } = options;
      const packet = await withJournal(options, async (request) => {
        const typed = readCase(options);
        const { theCase, citations } =
          typed === undefined ? await request('packet.get', {}) : { theCase: typed, citations: {} };
        return request('packet.export', { audience, period: { from, to }, theCase, citations });
      });
      await deliver(packet, options, passphrase);
    });
}

async function deliver(packet: PacketExport, { out, json }: ExportOptions, passphrase: string | null): Promise<void> {
  if (packet.missingReferences.length > 0) {
    const labels = packet.missingReferences.map((label) => `[${label}]`).join(', ');
    printNote(`not in this packet, so left out of the case: ${labels}`);
  }
  if (out !== undefined && passphrase !== null) await writeEncrypted(resolve(out), packet.markdown, passphrase);
  else if (out !== undefined) writeFileDurable(resolve(out), packet.markdown);
  if (json) printJson(packet);
  else if (out === undefined) {
    printDocument(packet.markdown);
    printNote(leftOutToText(packet));
  } else
    printText(`Wrote ${out}: ${packet.references.length} entries, ${packet.words} words. ${leftOutToText(packet)}`);
}

function leftOutToText({ leftOut }: PacketExport): string {
  const hint = leftOut.private > 0 ? ' "rung edit ID --visibility shareable" lets an entry out.' : '';
  return `Left in the journal: ${leftOut.private} private, ${leftOut.sealed} sealed.${hint}`;
}

function readCase({ case: typed, caseFile }: ExportOptions): string | undefined {
  return caseFile === undefined ? typed : readFileSync(caseFile, 'utf8').trim();
}
