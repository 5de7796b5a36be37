import { readFileSync } from 'node:fs';
import { RungError } from '../../shared/contract/errors.ts';
import { PASSPHRASE_HINT, passphraseProblem } from '../../shared/domain/passphrase.ts';
import { CLEAN_ERRORS, printNote, printPrompt } from './output.ts';

/** Where a passphrase comes from: never a word of the command, which every program on the machine can see. */
export interface PassphraseOptions {
  passphraseFd?: string;
}

/** What every command says that takes a passphrase. */
export const PASSPHRASE_FD = [
  '--passphrase-fd <n>',
  'read the passphrase from this open file (4, say) and not from the terminal',
] as const;

/** The passphrase of a file that is there. Asked for before anything else is done. */
export async function readPassphrase(options: PassphraseOptions): Promise<string> {
  return options.passphraseFd === undefined ? askHidden('Passphrase: ') : readFromFd(options.passphraseFd);
}

/** A new passphrase, typed twice; throws `invalid` when it is too short or the two differ. */
export async function readNewPassphrase(options: PassphraseOptions): Promise<string> {
  if (options.passphraseFd !== undefined) return assertGood(readFromFd(options.passphraseFd));
  printNote(PASSPHRASE_HINT);
  const passphrase = assertGood(await askHidden('New passphrase: '));
  if ((await askHidden('Once more: ')) !== passphrase) {
    throw new RungError('invalid', 'The two passphrases differ. Nothing was done.');
  }
  return passphrase;
}

function assertGood(passphrase: string): string {
  const problem = passphraseProblem(passphrase);
  if (problem) throw new RungError('invalid', `${problem} Nothing was done.`);
  return passphrase;
}

function readFromFd(fd: string): string {
  if (!/^\d{1,4}$/.test(fd))
    throw new RungError('invalid', `--passphrase-fd "${fd}" is not the number of an open file`);
  if (process.versions['electron'] && Number(fd) === CLEAN_ERRORS) {
    throw new RungError('invalid', `The installed command keeps file ${fd} for itself. Use --passphrase-fd 4 and 4<.`);
  }
  try {
    return readFileSync(Number(fd), 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new RungError('invalid', `--passphrase-fd ${fd} cannot be read: ${(error as Error).message}`);
  }
}

/** One line from the terminal that is not shown while it is typed. */
async function askHidden(question: string): Promise<string> {
  const { stdin } = process;
  if (!stdin.isTTY) {
    throw new RungError(
      'invalid',
      'The passphrase is asked for on a terminal. Without one, hand it over with --passphrase-fd.',
    );
  }
  // Before the question: whoever is quick would be shown.
  stdin.setRawMode(true);
  printPrompt(question);
  stdin.setEncoding('utf8');
  stdin.resume();
  try {
    return await readLine(stdin);
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    printPrompt('\n');
  }
}

function readLine(stdin: NodeJS.ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const end = (act: () => void) => {
      stdin.off('data', onData);
      act();
    };
    const onData = (keys: string) => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') return end(() => resolve(typed.join('')));
        // Ctrl+C and Ctrl+D.
        if (key === '\u0003' || key === '\u0004') {
          return end(() => reject(new RungError('unavailable', 'Stopped. Nothing was done.')));
        }
        if (key === '\u007f' || key === '\b') typed = typed.slice(0, -1);
        else if (key === '\u0015') typed = [];
        else if (key >= ' ') typed.push(key);
      }
    };
    stdin.on('data', onData);
  });
}
