import { Command, CommanderError } from 'commander';
import { RungError } from '../../shared/contract/errors.ts';
import { addCommand } from './commands/add.ts';
import { backupCommand } from './commands/backup.ts';
import { coverageCommand } from './commands/coverage.ts';
import { criteriaCommand } from './commands/criteria.ts';
import { decryptCommand } from './commands/decrypt.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { editCommand } from './commands/edit.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { exportCommand } from './commands/export.ts';
import { findCommand } from './commands/find.ts';
import { listCommand } from './commands/list.ts';
import { reviewCommand } from './commands/review.ts';
import { rubricCommand } from './commands/rubric.ts';
import { restoreCommand, rmCommand } from './commands/trash.ts';
import { serveCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { endWithReader, printError } from './output.ts';
import { version } from '../../package.json' with { type: 'json' };

/** Exit codes: done, could not, wrong use. */
const OK = 0;
const COULD_NOT = 1;
const WRONG_USE = 2;

const EXAMPLES = `
Examples:
  rung add "Cut checkout p99 from 420 ms to 180 ms" --tag performance --criterion hard-problems
  rung add --json - < entries.jsonl
  rung list --kind help --from 2026-07-01
  rung coverage
  rung export --audience manager --from 2026-01-01 --out packet.md

The journal is one file: --journal FILE, else journal.sqlite in RUNG_HOME, else in the system's place for application data.
Exit codes: 0 done, 1 could not, 2 wrong use.`;

/** Runs the command line and returns its exit code. `args` are the words after `rung`. */
export async function runCli(args: readonly string[]): Promise<number> {
  endWithReader();
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : OK;
  } catch (error) {
    return errorToExitCode(error);
  }
}

function createProgram(): Command {
  const program = new Command('rung')
    .description(
      'A private journal for software engineers: log wins, help and designs; see what they prove; export a packet.',
    )
    .version(version)
    .option('--journal <file>', 'the journal file to use')
    .option('--json', 'print data as JSON')
    .option('--read-only', 'read a copy of the journal and leave the file itself untouched')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({ outputError: (text) => printError(text.replace(/^error: /, '')) });
  const commands = [
    addCommand(),
    findCommand(),
    listCommand(),
    showCommand(),
    editCommand(),
    rmCommand(),
    restoreCommand(),
    criteriaCommand(),
    evidenceCommand(),
    rubricCommand(),
    reviewCommand(),
    coverageCommand(),
    exportCommand(),
    serveCommand(),
    backupCommand(),
    decryptCommand(),
    doctorCommand(),
    demoCommand(),
  ];
  for (const command of commands) addWithSettings(program, command);
  return program;
}

/** A command, and those below it, ends and prints like the program it belongs to. */
function addWithSettings(parent: Command, command: Command): void {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) below.copyInheritedSettings(parent);
  parent.addCommand(command);
}

function errorToExitCode(error: unknown): number {
  // Commander has already said what was wrong; asking for help or the version is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? OK : WRONG_USE;
  if (!(error instanceof Error)) throw error;
  printError(error.message);
  return error instanceof RungError && error.code === 'invalid' ? WRONG_USE : COULD_NOT;
}
