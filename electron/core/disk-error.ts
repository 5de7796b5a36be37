import { RungError } from '../../shared/contract/errors.ts';

/** What the system and SQLite call the ways in which a disk lets one down, and what a user can do about each. */
const WORDS: readonly { codes: RegExp; code: 'storage' | 'unavailable'; text: string }[] = [
  {
    codes: /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/,
    code: 'storage',
    text: 'The disk is full, so this was not done. What is in the journal is safe. Free some space, then try again.',
  },
  {
    codes: /^(?:SQLITE_READONLY|EROFS|EACCES|EPERM)/,
    code: 'storage',
    text: 'This place may only be read, so this was not done. Make the journal, its folder and the files beside it (-wal, -shm) writable for you.',
  },
  {
    codes: /^(?:SQLITE_IOERR|SQLITE_CANTOPEN|EIO|ENXIO|ENODEV|ESTALE|EMFILE|ENFILE|ENOENT|ELOOP|ENAMETOOLONG)/,
    code: 'storage',
    text: 'The disk reported an error, so this was not done. Copy what you have typed, then run "rung doctor".',
  },
  {
    codes: /^(?:ENOTDIR|EISDIR|EEXIST)/,
    code: 'storage',
    text: 'Something else lies where Rung needs a file or a folder, so this was not done. Move it away, then try again.',
  },
  {
    codes: /^(?:SQLITE_CORRUPT|SQLITE_NOTADB)/,
    code: 'storage',
    text: 'The journal is damaged here, so this was not done. Run "rung doctor", and restore a backup.',
  },
  {
    codes: /^(?:SQLITE_BUSY|SQLITE_LOCKED)/,
    code: 'unavailable',
    text: 'Another program kept the journal locked for 5 seconds, so this was not done. Try again.',
  },
];

/** A refusal by the disk. After `isFault` nothing may be written before the journal was opened anew and checked. */
export class DiskError extends RungError {
  readonly isFault: boolean;

  constructor(code: 'storage' | 'unavailable', message: string, isFault: boolean) {
    super(code, message);
    this.isFault = isFault;
  }
}

/** The error as a refusal in words where it comes from the disk; any other error as it is. */
export function diskErrorToWords(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof RungError) return error;
  const known = WORDS.find(({ codes }) => codes.test(readCode(error)));
  if (!known) return error;
  const isFault = /^(?:SQLITE_IOERR|EIO)/.test(readCode(error));
  return new DiskError(known.code, `${known.text} (${error.message})`, isFault);
}

/** Some functions of Node say the code in their message only. */
function readCode(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // SQLite's full-text search says of a damaged index only that there was an error.
  if (/^(?:SQLITE_(?!ERROR)|E[A-Z])/.test(code)) return code;
  if (/Input\/output error/.test(error.message)) return 'EIO';
  return /invalid fts5 file format/.test(error.message) ? 'SQLITE_CORRUPT' : '';
}
