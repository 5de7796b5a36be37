import { closeSync, fstatSync, lstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { DamageError } from '../damage.ts';
import { RungError } from '../../../shared/contract/errors.ts';
import { APPLICATION_ID, SCHEMA, userVersionToSchema } from './schema-version.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Refuses, in words, what is not a journal this Rung may touch: before SQLite opens the file, because opening may
 * already change it. Throws {@link DamageError} where it is a journal, but a broken one, and {@link NewerJournalError}.
 * File format: https://sqlite.org/fileformat2.html#the_database_header
 */
export function checkJournalFile(path: string): void {
  const file = statFile(path);
  if (!file) throw new RungError('not-found', `There is no journal at ${path}.`);
  assertPlainFiles(path, file);
  if (file.size === 0) throw new DamageError(path, 'it is empty (0 bytes), and a journal never is');
  checkHeader(path, readHeader(path), file.size);
}

/** Whether anything is at this path, a link that leads nowhere included. Throws `storage` where it cannot be told. */
export function isAnythingAt(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // Below a file there is nothing; whoever wants to make something there is told why that cannot be.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw reachingToError(path, error);
  }
}

function statFile(path: string): Stats | undefined {
  try {
    const file = statSync(path, { throwIfNoEntry: false });
    if (file || !isAnythingAt(path)) return file;
    throw refuse(`${path} is a link to a file that is not there. Connect its disk or mend the link, then look again.`);
  } catch (error) {
    throw reachingToError(path, error);
  }
}

/** What is no plain file is never opened: a pipe would wait for ever, and a folder cannot be a journal's log either. */
function assertPlainFiles(path: string, file: Stats): void {
  if (!file.isFile()) throw refuse(`${path} is not a file, so it cannot be a journal. Name another file.`);
  if (file.nlink > 1) {
    throw refuse(
      `${path} has a second name (a hard link). Remove the other name: SQLite could damage the journal through it.`,
    );
  }
  for (const beside of ['-wal', '-shm', '-journal'].map((end) => path + end)) {
    const stat = lstatSync(beside, { throwIfNoEntry: false });
    if (stat && !stat.isFile()) {
      throw refuse(`${beside} is not a file. SQLite keeps a journal's log there: move what is there to another place.`);
    }
  }
}

function reachingToError(path: string, error: unknown): unknown {
  if (error instanceof RungError || !(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ELOOP') return refuse(`${path} is a link that leads back to itself. Mend the link, then look again.`);
  if (code === 'EACCES' || code === 'EPERM')
    return refuse(`${path} may not be read by you. Make the file readable, and the folders above it enterable.`);
  return refuse(`${path} cannot be reached: ${error.message}.`);
}

function checkHeader(path: string, header: Buffer, fileBytes: number): void {
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== MAGIC) throw new NoJournalError(path);
  const applicationId = header.readUInt32BE(68);
  if (applicationId !== APPLICATION_ID) {
    throw refuse(
      `${path} is a SQLite file of another program, not a Rung journal. Nothing was changed. Name another file.`,
    );
  }
  checkVersion(path, header.readUInt32BE(60));
  // A power cut while the log was being carried over leaves a file that is shorter than its header says: the log has the rest.
  if (fileBytes < headerToBytes(header) && !hasLog(path)) throw new DamageError(path, 'its end is missing');
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Refuses a journal of a newer Rung, unless that Rung said that this one may still write to it. */
export function checkVersion(path: string, userVersion: number): void {
  const { schema, floor } = userVersionToSchema(userVersion);
  if (floor <= SCHEMA) return;
  throw new NewerJournalError(path, schema);
}

/** A journal that only a newer Rung may write to. */
export class NewerJournalError extends RungError {
  readonly schema: number;

  constructor(path: string, schema: number) {
    super(
      'storage',
      `${path} was written by a newer Rung (journal format ${schema}; this Rung knows ${SCHEMA}). Nothing was changed. Update Rung to open it.`,
    );
    this.schema = schema;
  }
}

/** A file that does not begin as a journal does: something else, or a journal damaged at its very start. */
export class NoJournalError extends RungError {
  constructor(path: string) {
    super(
      'storage',
      `${path} is not a Rung journal, or it is damaged at its very start. Nothing was changed. Restore it from a backup, or name another file.`,
    );
  }
}

/** How long the file must be by its own header; 0 where the header does not vouch for its page count. */
function headerToBytes(header: Buffer): number {
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const isVouchedFor = header.readUInt32BE(24) === header.readUInt32BE(92);
  return isVouchedFor ? pageSize * header.readUInt32BE(28) : 0;
}

function readHeader(path: string): Buffer {
  const handle = openToRead(path);
  try {
    const header = Buffer.alloc(Math.min(HEADER_BYTES, fstatSync(handle).size));
    readSync(handle, header, 0, header.length, 0);
    return header;
  } finally {
    closeSync(handle);
  }
}

function openToRead(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw reachingToError(path, error);
  }
}

function refuse(message: string): RungError {
  return new RungError('storage', message);
}
